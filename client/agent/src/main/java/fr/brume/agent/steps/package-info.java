/**
 * What a deploy changes in the system that it has put on a disk, the scripts of the site, and what a capture wants to know of a
 * Windows. Every step says what came of it.
 * Uses the ports to disks and programs; knows no server.
 */
package fr.brume.agent.steps;
