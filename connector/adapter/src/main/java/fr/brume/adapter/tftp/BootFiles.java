package fr.brume.adapter.tftp;

import fr.brume.adapter.inbound.EndpointException;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.LogThrottle;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.protocol.tftp.Content;
import fr.brume.protocol.tftp.ErrorPacket;
import fr.brume.protocol.tftp.MemoryContent;
import fr.brume.protocol.tftp.SharedFiles;
import fr.brume.protocol.tftp.TftpError;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Asks the application for a file and opens it. On pool threads, since both block. */
final class BootFiles {
    private static final LogThrottle LOG = new LogThrottle(System.getLogger(BootFiles.class.getName()));

    private final Endpoints endpoints;
    private final SharedFiles files = new SharedFiles();

    /** What is sent: the content, or else the error packet. */
    record Found(Content content, ByteBuffer refusal) {}

    BootFiles(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    Found find(BootFileRequest request) throws EndpointException {
        BootFileAnswer answer = endpoints.resolve(request);
        if (answer instanceof BootFileAnswer.OnDisk file) {
            return open(file.path());
        }
        if (answer instanceof BootFileAnswer.Made made) {
            return new Found(new MemoryContent(made.content()), null);
        }
        BootFileAnswer.Refused refused = (BootFileAnswer.Refused) answer;
        return new Found(null, ErrorPacket.of(refused.tftpCode(), refused.message()));
    }

    private Found open(Path path) {
        try {
            return new Found(files.open(path), null);
        } catch (IOException e) {
            LOG.log("open", Level.WARNING, "A boot file cannot be opened: " + e);
            return new Found(null, ErrorPacket.of(TftpError.FILE_NOT_FOUND, "file not found"));
        }
    }
}
