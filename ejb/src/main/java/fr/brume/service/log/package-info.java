/**
 * Lines of the log that anybody in the network can cause, said so that they do not fill it. May use the protocol; must not know
 * any use case.
 */
package fr.brume.service.log;
