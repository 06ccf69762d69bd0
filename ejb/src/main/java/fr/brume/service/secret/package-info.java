/**
 * Encrypts what the database must hold and others must not read. Uses java only; knows no entity.
 */
package fr.brume.service.secret;
