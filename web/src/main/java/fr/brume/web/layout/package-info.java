/** What every page shares: template, language, texts, formats, headers, errors. Must not know any feature. */
package fr.brume.web.layout;
