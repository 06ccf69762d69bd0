/**
 * Sockets for DHCP: one that only hears what machines that boot broadcast, and, where the site wants a proxy, one per local address
 * to answer from. All of it runs on one event loop; what to answer is asked of the application on the pool. Must not know the
 * other protocols.
 */
package fr.brume.adapter.dhcp;
