/**
 * Texts of the loaders' screens in the language of the site, in the ASCII that firmware can show. May use java only.
 */
package fr.brume.boot.text;
