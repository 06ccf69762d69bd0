/**
 * What the languages of all loaders share: the plan as one text, the server's address as the machine reaches it, the kernel's
 * line. May use the plan; must not know a loader's language.
 */
package fr.brume.boot.rendering;
