/**
 * Encrypts what the database must hold and others must not read. Uses java and the durable files of the store; knows no entity.
 */
package fr.brume.service.secret;
