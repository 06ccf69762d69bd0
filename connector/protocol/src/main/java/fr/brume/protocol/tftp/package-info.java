/** Placeholder. */
package fr.brume.protocol.tftp;
