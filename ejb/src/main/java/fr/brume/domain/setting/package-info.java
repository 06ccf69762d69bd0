/**
 * The site's settings: which there are, of what kind, with which default, and the value stored. Uses java and persistence, and
 * knows the exit types of machines, the trust levels of images and how overrides of boot files are written.
 */
package fr.brume.domain.setting;
