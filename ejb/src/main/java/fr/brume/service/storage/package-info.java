/** The storage nodes: what each serves at once, and how fast. May use domain, audit; must not know tasks or images. */
package fr.brume.service.storage;
