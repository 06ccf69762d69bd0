/**
 * What a person sees on the machine: views that render themselves to lines of text in the site's language, and the terminal
 * that draws them. Uses java and the messages of the protocol; decides nothing.
 */
package fr.brume.agent.screen;
