/**
 * What a deploy changes in the system that it has put on a disk, and the scripts of the site. Every step says what came of it.
 * Uses the ports to disks and programs; knows no server and no image.
 */
package fr.brume.agent.steps;
