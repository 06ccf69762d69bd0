/**
 * What a task tells while it runs (phase, counters, connection) and whether it must stop. Written by the workers, read by the
 * screen and by the reports to the server. Uses java and the messages of the protocol.
 */
package fr.brume.agent.progress;
