/**
 * Tests that run inside the server, in the deployed application. May use the application's own types; must not use
 * anything that only the outside has.
 */
package fr.brume.it.container;
