/** What the size of a region costs: stored bytes, time and memory. */
package fr.brume.bench.region;
