/** Use cases of hosts: list, edit, find at boot, register. May use domain, audit; must not know tasks beyond asking whether there are any. */
package fr.brume.service.machine;
