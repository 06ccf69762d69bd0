/**
 * The image folders on disk: staged versions, their check and commit, listing and deletion. Nothing here knows the database.
 * May use the protocol's formats and faults; must not use services, persistence or EE beans.
 */
package fr.brume.store;
