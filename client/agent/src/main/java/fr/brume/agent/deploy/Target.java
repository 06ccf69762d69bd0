package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;

/**
 * A disk of the machine that is deployed to.
 *
 * @param disk to write
 * @param seen the same, past the cache, to read what is on the medium
 */
record Target(Disk disk, Disk seen) {}
