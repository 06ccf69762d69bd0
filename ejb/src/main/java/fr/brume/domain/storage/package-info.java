/** Where images are kept and served from: groups of nodes, and how many machines a node serves at once. Knows no other feature. */
package fr.brume.domain.storage;
