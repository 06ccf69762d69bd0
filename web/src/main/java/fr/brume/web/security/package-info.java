/** Who is calling: the one authentication mechanism and the identity stores. Must not render pages. */
package fr.brume.web.security;
