package fr.brume.protocol.agent;

/** One interface: kernel name, canonical MAC address, driver, link speed in Mbit/s (0 when unknown). */
public record NetworkInterfaceReport(String name, String mac, String driver, int speed) {}
