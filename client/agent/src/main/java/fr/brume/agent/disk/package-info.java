/**
 * The port to the disks and to the programs that know partition tables and file systems. Only here are devices opened and
 * programs started. Uses java and the failures of the protocol; knows no image and no server.
 */
package fr.brume.agent.disk;
