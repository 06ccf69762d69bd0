/**
 * The server as a machine meets it: boot scripts, tickets, sessions, boot files. Speaks the wire formats in text of its
 * own, so that a change of the application's types shows here.
 */
package fr.brume.it.machine;
