/**
 * What a machine that starts from the network is given: which file, which plan, which text. Pure functions over values; may use
 * java and the protocol's types, never the container, the database or a socket.
 */
package fr.brume.boot;
