/**
 * What Brume speaks with machines: packets, formats and state machines, without sockets, threads or clocks. May use the JDK
 * and zstd-jni only. Shared by the server, the resource adapter and the agent.
 */
package fr.brume.protocol;
