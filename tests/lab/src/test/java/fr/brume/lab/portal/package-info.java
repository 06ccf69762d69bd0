/**
 * The portal as a technician uses it: Chromium in French, page by page, with pictures. Knows the pages' element names
 * and nothing of the server behind them.
 */
package fr.brume.lab.portal;
