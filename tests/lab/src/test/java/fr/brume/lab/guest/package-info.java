/**
 * A guest that starts from Brume's own kernel and initramfs, without loader, and does what a test orders: for file systems that the
 * host's kernel does not have. Uses the lab's machines and network.
 */
package fr.brume.lab.guest;
