/**
 * UDP sockets that take and send many packets with one call of the kernel, by Linux's recvmmsg and sendmmsg where they can be had, else one
 * by one. Uses java and JNA, which nothing else uses; must not know what travels nor who waits for it.
 */
package fr.brume.adapter.datagram;
