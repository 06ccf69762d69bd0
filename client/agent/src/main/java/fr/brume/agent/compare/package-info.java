/**
 * A disk against the list of hashes of a stored partition: which regions, and which of their blocks, are other ones. Resuming,
 * deploying and capturing what changed, and verifying all rest on it. Uses disk and transfer; never writes to a disk.
 */
package fr.brume.agent.compare;
