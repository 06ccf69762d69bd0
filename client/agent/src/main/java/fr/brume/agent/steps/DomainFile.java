package fr.brume.agent.steps;

import fr.brume.protocol.agent.DomainOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * {@value #PLACE} of a deployed Linux, which root alone reads: lines {@code DOMAIN=}, {@code OU=}, {@code ACCOUNT=} and
 * {@code PASSWORD=}, each value as it is up to the end of its line. The site's own first start reads it, joins, and deletes it.
 */
final class DomainFile {
    static final String PLACE = "/etc/brume/domain-join";

    private static final FileAttribute<Set<PosixFilePermission>> ROOT_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> ROOT_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DomainFile() {}

    static void write(Path etc, DomainOrder domain, StepSupply supply) throws FailureException {
        Path folder = etc.resolve("brume");
        byte[] secret = supply.secret(domain.sealedPassword());
        try {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("is no folder");
            }
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder, ROOT_ONLY_FOLDER);
            }
            Path file = folder.resolve("domain-join");
            Files.deleteIfExists(file);
            Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (SeekableByteChannel channel = Files.newByteChannel(file, anew, ROOT_ONLY)) {
                write(channel, lines(domain).getBytes(StandardCharsets.UTF_8));
                write(channel, secret);
                write(channel, new byte[] {'\n'});
            }
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "domain", folder.toString(), e.toString());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static void write(SeekableByteChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private static String lines(DomainOrder domain) {
        return "DOMAIN=" + domain.domain() + "\nOU=" + domain.organizationalUnit() + "\nACCOUNT=" + domain.account()
                + "\nPASSWORD=";
    }
}
