/**
 * What a machine that starts from the network is given: which file, which plan, which text. Read it as a machine goes:
 * {@code client} and {@code file} (who asks, and its first program), {@code plan} (request, state of the machine, what it does
 * next), {@code rendering} with {@code ipxe} and {@code grub} (how its loader is told), {@code ticket}; {@code diagnosis} looks
 * at all of it afterwards. Pure functions over values; may use java, the domain and the protocol's types, never the container,
 * the database or a socket.
 */
package fr.brume.boot;
