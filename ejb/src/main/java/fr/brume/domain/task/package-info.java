/**
 * What is to be done on hosts: task types, the states a task goes through and the rules of when it may be made. May use the
 * machine, image and storage packages; must not know services or clocks (moments are handed in).
 */
package fr.brume.domain.task;
