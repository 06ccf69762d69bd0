/**
 * The running server asked from outside over HTTP: portal, boot and agent addresses. Uses {@code server}; knows no class
 * of the application but the messages that machines exchange with it.
 */
package fr.brume.it.portal;
