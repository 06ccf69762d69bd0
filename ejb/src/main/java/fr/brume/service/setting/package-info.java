/** The site's settings, as text or as what they mean. May use domain.setting and audit. */
package fr.brume.service.setting;
