/** The first page: how the site is doing. May use the services that sum it up; changes nothing. */
package fr.brume.web.dashboard;
