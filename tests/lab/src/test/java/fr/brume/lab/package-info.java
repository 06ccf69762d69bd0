/**
 * The tutorial on machines that really boot from the network, and what goes wrong on the way. Uses all packages below
 * and the harness of tests/it.
 */
package fr.brume.lab;
