/**
 * The TFTP server's side of one transfer as a state machine over buffers: RFC 1350 with the options of RFC 2347, 2348, 2349 and
 * 7440, read only. Uses java.base only; must not know sockets, threads or clocks, which the caller brings.
 */
package fr.brume.protocol.tftp;
