/**
 * Compares the server's TFTP with tftpd-hpa, atftpd and dnsmasq: one load generator for all of them, runs that take turns, medians as ratios. Uses java and the relay;
 * the servers are processes that it starts, never classes it calls.
 */
package fr.brume.bench.tftp;
