/**
 * What outlives the application inside a running server, and what must not. Uses {@code server} and the kernel's own
 * account of the process.
 */
package fr.brume.it.lifecycle;
