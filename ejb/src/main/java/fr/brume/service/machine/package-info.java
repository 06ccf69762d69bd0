/**
 * Use cases of hosts and of groups of them: list, edit, find at boot, register, and the domain that their systems join. May use
 * domain, audit and the encryption of secrets; must not know tasks beyond asking whether there are any.
 */
package fr.brume.service.machine;
