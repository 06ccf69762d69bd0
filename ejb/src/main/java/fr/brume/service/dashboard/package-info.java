/** The figures of the portal's first page, each from one query. May use domain; changes nothing. */
package fr.brume.service.dashboard;
