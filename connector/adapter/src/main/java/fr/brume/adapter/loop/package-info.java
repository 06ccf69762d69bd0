/**
 * The few threads of the adapter, all of them Works of the container: event loops over selectors, and a bounded pool for what
 * blocks. Uses java and Jakarta Connectors' work contract; must not know what travels on the channels.
 */
package fr.brume.adapter.loop;
