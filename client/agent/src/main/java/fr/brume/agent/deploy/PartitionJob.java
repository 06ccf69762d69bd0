package fr.brume.agent.deploy;

import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartitionManifest;

/**
 * One partition of a deploy, after its preparation.
 *
 * @param manifest what it is
 * @param head its map of used blocks, checked
 * @param compared whether the disk is looked at before anything is fetched
 * @param restored how far it has come
 */
record PartitionJob(PartitionManifest manifest, KeptHead head, boolean compared, Restored restored) {}
