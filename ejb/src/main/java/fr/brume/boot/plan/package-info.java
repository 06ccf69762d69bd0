/**
 * From what a loader says of its machine and what the site knows of it to what the machine does next: menu, environment or test
 * of memory. Says nothing in a loader's language. May use the texts.
 */
package fr.brume.boot.plan;
