/**
 * How long the audit trail is kept. May use settings, which the trail itself must not need.
 */
package fr.brume.service.audit.retention;
