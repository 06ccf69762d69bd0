/**
 * Runs the programs of the system under test and of its judges. Uses only the JDK; knows nothing of Brume and must not
 * end a process that it did not start.
 */
package fr.brume.test.process;
