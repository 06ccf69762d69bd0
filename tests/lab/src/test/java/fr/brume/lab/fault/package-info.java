/**
 * What goes wrong while machines are imaged: a killed server, a cancelled task, a disk too small, a full
 * store. Uses all packages of the lab; nothing uses it.
 */
package fr.brume.lab.fault;
