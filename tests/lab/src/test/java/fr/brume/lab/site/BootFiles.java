package fr.brume.lab.site;

import fr.brume.test.process.Command;
import fr.brume.test.server.ServerFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A copy of the server's boot files, in which one file at a time may be changed. Not thread-safe. */
public final class BootFiles {
    private final Path original;
    private final Path copy;

    private BootFiles(Path original, Path copy) {
        this.original = original;
        this.copy = copy;
    }

    /**
     * Copies the boot files of the provisioned server.
     *
     * @param folder where to; what is there is replaced
     * @return the copy
     */
    public static BootFiles copy(Path folder) {
        Path original = ServerFolder.installation().resolve("brume/boot");
        Command.run("rm", "-rf", folder.toString());
        Command.run("cp", "-r", original.toString(), folder.toString());
        return new BootFiles(original, folder);
    }

    /** {@return the folder} */
    public Path folder() {
        return copy;
    }

    /**
     * Changes one bit in the middle of one file; all others are as they were.
     *
     * @param name file of the boot folder
     */
    public void changeOneByte(String name) {
        try {
            for (String each : new String[] {"shimx64.efi", "grubx64.efi", "vmlinuz"}) {
                Files.copy(original.resolve(each), copy.resolve(each), StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileChannel file =
                    FileChannel.open(copy.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                long middle = file.size() / 2;
                file.read(one, middle);
                one.put(0, (byte) (one.get(0) ^ 1)).rewind();
                file.write(one, middle);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
