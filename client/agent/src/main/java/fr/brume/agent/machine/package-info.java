/** What the machine is made of, read from /sys and /proc only. Uses java and the messages of the protocol; writes nothing. */
package fr.brume.agent.machine;
