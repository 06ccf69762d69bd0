/**
 * Virtual PCs that boot from the network of {@code network}: QEMU without acceleration, driven by their serial
 * console. Knows no disk format and nothing of Brume.
 */
package fr.brume.lab.machine;
