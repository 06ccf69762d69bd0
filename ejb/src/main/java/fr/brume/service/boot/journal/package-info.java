/**
 * What starting machines asked and were given, written in batches, listed, and read for known troubles. May use the sockets'
 * states; must never slow or fail an answer.
 */
package fr.brume.service.boot.journal;
