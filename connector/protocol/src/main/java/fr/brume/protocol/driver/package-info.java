/**
 * What server and agent must agree on about sets of drivers: which names may be unpacked. Uses java only.
 */
package fr.brume.protocol.driver;
