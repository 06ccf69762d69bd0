/**
 * The connection factory that the application looks up, and its handles. Uses Jakarta Connectors' outbound contracts and the
 * engine; a handle holds nothing but the way to the engine.
 */
package fr.brume.adapter.outbound;
