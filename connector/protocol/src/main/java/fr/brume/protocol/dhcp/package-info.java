/**
 * DHCP as far as booting needs it: a reader and a writer of packets (RFC 2131, 2132, 3004, 3396, 4578), who a packet comes from, and
 * the answers of a proxyDHCP server. Uses java.base only; must not know sockets, threads or clocks, and trusts nothing it reads.
 */
package fr.brume.protocol.dhcp;
