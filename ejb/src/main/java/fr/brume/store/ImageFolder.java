package fr.brume.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the folder of one image. */
final class ImageFolder {
    private static final Pattern VERSION = Pattern.compile("v([0-9]{4,9})");
    private static final Pattern STAGED = Pattern.compile(Pattern.quote(StagedVersion.PREFIX) + "([0-9]{1,18})");

    private static final String DELETED = ".deleted-";
    private static final Pattern DOOMED = Pattern.compile(Pattern.quote(DELETED) + ".+");
    private static final Pattern IMAGE = Pattern.compile("[^.].*");

    private final Path folder;

    ImageFolder(Path folder) {
        this.folder = folder;
    }

    List<StoredVersion> versions() throws IOException {
        String current = VersionCommit.current(folder);
        List<StoredVersion> versions = new ArrayList<>();
        for (Path version : matching(VERSION)) {
            String name = version.getFileName().toString();
            versions.add(new StoredVersion(
                    Integer.parseInt(name.substring(1)), name.equals(current), FolderTree.bytes(version)));
        }
        versions.sort(Comparator.comparingInt(StoredVersion::number));
        return versions;
    }

    List<Leftover> leftovers() throws IOException {
        List<Leftover> leftovers = new ArrayList<>();
        for (Path staged : matching(STAGED)) {
            Matcher name = STAGED.matcher(staged.getFileName().toString());
            name.matches();
            leftovers.add(new Leftover(
                    Long.parseLong(name.group(1)),
                    FolderTree.bytes(staged),
                    Files.getLastModifiedTime(staged).toInstant()));
        }
        return leftovers;
    }

    /** Deletes a folder within; under a name of its own first, so that nobody meets it half deleted. */
    void delete(String name) throws IOException {
        Path doomed = folder.resolve(name);
        if (Files.isDirectory(doomed)) {
            Path aside = folder.resolve(DELETED + name);
            FolderTree.delete(aside);
            DurableFiles.rename(doomed, aside);
            FolderTree.delete(aside);
        }
    }

    /** Goes on with deletions that a crash cut short. */
    void finishDeletions() throws IOException {
        for (Path doomed : matching(DOOMED)) {
            FolderTree.delete(doomed);
        }
    }

    /** The folders of images within, when this is the folder of all images. */
    List<ImageFolder> images() throws IOException {
        return matching(IMAGE).stream().map(ImageFolder::new).toList();
    }

    /** Whether an image within has a signed version, when this is the folder of all images. */
    boolean isAnySigned() throws IOException {
        for (ImageFolder image : images()) {
            for (Path version : image.matching(VERSION)) {
                if (Files.exists(version.resolve(DigestList.SIGNATURE))) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Path> matching(Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child ->
                            name.matcher(child.getFileName().toString()).matches())
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
