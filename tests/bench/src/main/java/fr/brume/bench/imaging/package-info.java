/**
 * The agent's capture and deploy of a whole disk, run as a process that a script can time beside its peers. May use the agent and the
 * protocol; knows nothing of the server but its transfer port.
 */
package fr.brume.bench.imaging;
