/**
 * The message-driven beans behind the sockets that face the machines: they hand each question to a service, in the role of the
 * system, and decide nothing. May use services and the protocol's link types.
 */
package fr.brume.transfer;
