package fr.brume.service.agent;

import fr.brume.protocol.agent.CaptureRequest;

/**
 * A staged version to be checked and committed.
 *
 * @param taskId of the capture
 * @param path of the image
 * @param number of the version
 * @param request manifest with digests, and small files
 */
public record CommitOrder(long taskId, String path, int number, CaptureRequest request) {}
