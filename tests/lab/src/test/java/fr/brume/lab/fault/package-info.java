/**
 * What goes wrong while machines are imaged: the server is killed. Uses all packages of the lab; nothing uses it.
 */
package fr.brume.lab.fault;
