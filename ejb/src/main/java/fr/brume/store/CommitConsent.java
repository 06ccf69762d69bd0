package fr.brume.store;

import fr.brume.protocol.fault.FailureException;

/** Asked just before a version gets its place: reading it takes long, and it may no longer be wanted. */
public interface CommitConsent {
    /** @throws FailureException {@code CANCELLED} when the version is not wanted any more */
    void require() throws FailureException;
}
