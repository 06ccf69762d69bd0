/**
 * Sets of drivers for Windows and the machines that they are for. Uses java and persistence only.
 */
package fr.brume.domain.driver;
