/** Whether this server is ready, for those who watch it. Must say nothing that a stranger may not know. */
package fr.brume.web.health;
