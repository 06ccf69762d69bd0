/** The portal: one package per feature. May use services and domain; must not touch the EntityManager or sockets. */
package fr.brume.web;
