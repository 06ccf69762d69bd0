/** The trail of what was done, by whom. May use domain.account; is used by every service that changes something. */
package fr.brume.service.audit;
