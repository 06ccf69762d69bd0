package fr.brume.agent.capture;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.image.Generalisation;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.ImageScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes down what is captured: manifest and side files. The clock is the server's: the machine's battery may be empty. */
final class Manifests {
    private final Session session;
    private final String firmware;
    private final ImageScope scope;
    private final String agentVersion;
    private final Generalisation generalisation;

    Manifests(Session session, String firmware, ImageScope scope, String agentVersion, Generalisation generalisation) {
        this.session = session;
        this.firmware = firmware;
        this.scope = scope;
        this.agentVersion = agentVersion;
        this.generalisation = generalisation;
    }

    /** @param roots root digest by file; none of them known yet when the capture begins */
    CaptureRequest request(SourceMachine machine, Map<String, String> roots, List<SideFile> sideFiles) {
        ImageManifest manifest = new ImageManifest(
                ImageManifest.FORMAT,
                scope.imageType(),
                scope.partitionChoice(),
                firmware,
                machine.disks().stream().map(disk -> disk.manifest(roots)).toList(),
                machine.groups().stream().map(group -> group.manifest(roots)).toList(),
                session.hostName(),
                agentVersion,
                Instant.ofEpochMilli(session.serverTime()).toString(),
                generalisation);
        return new CaptureRequest(manifest, sideFiles);
    }
}
