/**
 * The site's boot menu: its entries, its style and picture, and its preview. May use settings, audit and the site.
 */
package fr.brume.service.boot.menu;
