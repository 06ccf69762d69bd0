/** Who uses the portal, with which role, and the trace of what they did. Knows no other feature. */
package fr.brume.domain.account;
