/** Benchmarks by whole processes, run by hand; README.md says how. Uses the product's public classes only. */
package fr.brume.bench;
