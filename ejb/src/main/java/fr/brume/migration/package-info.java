/**
 * Image folders of FOG: read into a version, and written from one. Files and formats only. May use the protocol's image format and faults; must not
 * use the store, services, persistence or EE beans.
 */
package fr.brume.migration;
