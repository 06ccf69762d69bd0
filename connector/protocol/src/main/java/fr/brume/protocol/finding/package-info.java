/**
 * What a task found out on a machine, as facts with values and their texts in the bundles. Uses java only: the agent finds, the
 * server keeps, screen and portal say it in the language of who reads.
 */
package fr.brume.protocol.finding;
