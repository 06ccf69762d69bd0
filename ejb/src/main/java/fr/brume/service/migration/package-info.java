/**
 * Taking over images of FOG, and giving versions to it: folders below {@code BRUME_HOME/import} and {@code BRUME_HOME/export}. May use domain, the
 * image services, store and migration.
 */
package fr.brume.service.migration;
