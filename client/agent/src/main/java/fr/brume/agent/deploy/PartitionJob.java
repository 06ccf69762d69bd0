package fr.brume.agent.deploy;

import fr.brume.protocol.image.KeptHead;

/**
 * One partition of a deploy, after its preparation.
 *
 * @param content what it is and where it goes
 * @param head its map of used blocks, checked
 * @param compared whether the disk is looked at before anything is fetched
 * @param restored how far it has come
 */
record PartitionJob(Content content, KeptHead head, boolean compared, Restored restored) {}
