/** Pages of groups: list, create, edit, who is in them. May use the services of machines and the tables of hosts. */
package fr.brume.web.group;
