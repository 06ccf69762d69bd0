package fr.brume.agent.steps;

import fr.brume.protocol.agent.DriverOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives every driver set the same archive, and takes secrets for what they are. */
final class PlainSupply implements StepSupply {
    private final byte[] archive;

    PlainSupply(byte... archive) {
        this.archive = archive;
    }

    @Override
    public void drivers(DriverOrder order, Path file) {
        try {
            Files.write(file, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] secret(String sealed) {
        return sealed.getBytes(StandardCharsets.UTF_8);
    }
}
