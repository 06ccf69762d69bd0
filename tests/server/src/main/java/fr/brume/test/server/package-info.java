/**
 * The provisioned Brume server as a test sees it: started by its own script from a copy of its base folder, asked over
 * HTTP, stopped or killed. Uses {@code process}; knows no page and no service.
 */
package fr.brume.test.server;
