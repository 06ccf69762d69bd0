package fr.brume.agent.steps;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and folders of a Windows with the modes from which ntfs-3g makes their access lists: SYSTEM and the administrators
 * have full control; others read, or nothing.
 */
enum Guarded {
    /** Nobody else reads it. */
    PRIVATE("rwx------", "rw-------"),
    /** Everybody reads it. */
    READABLE("rwxr-xr-x", "rw-r--r--");

    private final FileAttribute<Set<PosixFilePermission>> folders;
    private final FileAttribute<Set<PosixFilePermission>> files;

    Guarded(String folders, String files) {
        this.folders = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(folders));
        this.files = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(files));
    }

    /** Makes this folder, and those above it that are missing; those that are there stay as they are. */
    void folder(Path folder) throws IOException {
        Files.createDirectories(folder, folders);
    }

    /**
     * Opens a new file.
     *
     * @throws IOException also when there is one, or a link, of that name
     */
    OutputStream file(Path file) throws IOException {
        Files.createFile(file, files);
        return Files.newOutputStream(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }
}
