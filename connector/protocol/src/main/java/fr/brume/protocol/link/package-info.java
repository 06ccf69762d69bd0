/**
 * What the resource adapter and the application tell each other: the outbound connection with its factory, the inbound
 * listeners that message-driven beans implement, and their messages. Free of EE types; both sides see one copy of it.
 */
package fr.brume.protocol.link;
