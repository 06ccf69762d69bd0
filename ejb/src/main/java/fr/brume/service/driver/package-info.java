/**
 * Keeps the site's sets of drivers for Windows: their archives as files below {@code BRUME_HOME/drivers}, and which machines get
 * which. Archives come from people and are looked through before they are kept. May use audit; knows no session.
 */
package fr.brume.service.driver;
