package fr.brume.domain.task;

import fr.brume.domain.storage.StorageNode;

/** Whether a machine that checked in may begin. */
public sealed interface Turn {
    /** Not yet: its place among those that wait, from 1. */
    record Wait(int position) implements Turn {}

    /** It may, served by this node; null when it needs none. */
    record Go(StorageNode node) implements Turn {}
}
