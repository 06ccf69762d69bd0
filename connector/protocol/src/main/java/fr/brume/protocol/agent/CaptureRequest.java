package fr.brume.protocol.agent;

import fr.brume.protocol.image.ImageManifest;
import java.util.List;

/**
 * {@code POST /agent/v1/capture}: the geometry of the source, without digests, opens (or finds again) the staged version of
 * this task. {@code POST /agent/v1/capture/commit} sends the same with the digests and asks to check and commit it.
 */
public record CaptureRequest(ImageManifest manifest, List<SideFile> sideFiles) {}
