/**
 * Questions to the person at the machine: a line of text, one of a list, a login. What is typed is kept in models without
 * screen or keyboard; one class puts the three together. Knows no server.
 */
package fr.brume.agent.form;
