package fr.brume.service.migration;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.service.BrumeHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where folders of FOG are looked for, and where they are written. */
final class MigrationFolders {
    private MigrationFolders() {}

    /** The names of the folders that can be imported. */
    static List<String> names() {
        Path all = imports();
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The folder of this name; refuses a name that is not in the list, and so every path out of it. */
    static Path named(String name) throws InvalidInputException {
        if (!names().contains(name)) {
            throw new InvalidInputException(Refusal.of("", "refusal.import.gone", name == null ? "" : name));
        }
        return imports().resolve(name);
    }

    static Path imports() {
        return BrumeHome.folder().resolve("import");
    }

    static Path exports() {
        return BrumeHome.folder().resolve("export");
    }
}
