/** The page of the storage nodes. May use services; knows no other page. */
package fr.brume.web.storage;
