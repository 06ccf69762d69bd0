/**
 * The image transfer protocol over TCP: length-prefixed messages, HMAC challenge both ways, regions addressed by number. State
 * machines over buffers; the client's half is driven over a byte channel handed in. Uses java and the packages image, link and
 * fault; opens no socket, thread or clock.
 */
package fr.brume.protocol.transfer;
