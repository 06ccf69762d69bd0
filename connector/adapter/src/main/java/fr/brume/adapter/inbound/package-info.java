/**
 * The way to the application's message-driven beans: activation and delivery. Uses Jakarta Connectors' inbound contracts and
 * the listener types of the protocol module; called on pool threads only, since a bean may block.
 */
package fr.brume.adapter.inbound;
