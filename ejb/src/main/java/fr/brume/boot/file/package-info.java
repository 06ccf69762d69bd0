/**
 * Which file a machine gets under which name, and which names there are. May use the kinds of clients and the server's address.
 */
package fr.brume.boot.file;
