/**
 * What Brume knows: hosts, images, tasks, accounts, and the rules that hold among them. Packages are cut by feature. May use
 * java, the protocol types and, in entities, jakarta.persistence; must not know services, the container or the web.
 */
package fr.brume.domain;
