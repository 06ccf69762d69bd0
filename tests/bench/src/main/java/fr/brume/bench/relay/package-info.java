/**
 * A network of two interfaces with a round trip of its own, for measurements: the kernel here has no netem. Uses java and JNA; must not know what travels.
 */
package fr.brume.bench.relay;
