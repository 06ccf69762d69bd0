/** Pages of machines: list, create, edit. May use the services of machines, images and tasks; decides nothing itself. */
package fr.brume.web.host;
