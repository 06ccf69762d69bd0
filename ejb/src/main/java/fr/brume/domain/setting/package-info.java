/** The site's settings: which there are, of what kind, with which default, and the value stored. Uses java and persistence only. */
package fr.brume.domain.setting;
