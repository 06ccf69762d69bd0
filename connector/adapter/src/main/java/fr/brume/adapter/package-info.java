/**
 * The resource adapter's life cycle: what the container starts and stops. Uses Jakarta Connectors and the packages below it; must
 * not know a packet, a file format or anything of the application.
 */
package fr.brume.adapter;
