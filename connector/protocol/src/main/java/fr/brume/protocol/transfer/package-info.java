/** Placeholder. */
package fr.brume.protocol.transfer;
