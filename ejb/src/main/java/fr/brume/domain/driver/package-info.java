/**
 * Sets of drivers for Windows and the machines that they are for. Uses persistence and the
 * inventory of machines; knows no archive format.
 */
package fr.brume.domain.driver;
