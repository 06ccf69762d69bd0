/**
 * What the machine was started for: registration, system information or an imaging task, each from first request to end. Uses
 * the server, the screen and the counters; the imaging itself is handed in.
 */
package fr.brume.agent.task;
