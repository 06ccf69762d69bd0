/** What the boot loader handed over in the second initrd. Uses java and the failures of the protocol; knows no server. */
package fr.brume.agent.boot;
