package fr.brume.agent.steps;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The answer file that Windows reads in the pass {@code specialize}, its first after {@code sysprep /generalize}. Answers that are
 * in it stay.
 */
final class AnswerFile {
    private static final String PASS = "specialize";
    private static final int LONGEST = 4 << 20;
    /** Where a new one goes: where Windows looks first, and keeps no copies of its own. */
    private static final String[] USUAL = {"Windows", "Panther", "Unattend", "Unattend.xml"};
    /** In the order in which Windows looks, behind the one that its registry names. */
    private static final List<String[]> PLACES = List.of(
            USUAL,
            new String[] {"Windows", "Panther", "Unattend.xml"},
            new String[] {"Windows", "System32", "Sysprep", "Unattend.xml"},
            new String[] {"Unattend.xml"});

    private final Path root;
    private final Path file;
    private final AnswerDocument document;
    private Optional<SecretAnswer> secret = Optional.empty();
    private boolean answered;

    private AnswerFile(Path root, Path file, AnswerDocument document) {
        this.root = root;
        this.file = file;
        this.document = document;
    }

    /**
     * The first that Windows would take something from in that pass, else the first that there is, else a new one.
     *
     * @param named path of Windows that its registry has; empty for none
     * @throws FailureException TOOL_FAILED when one of them is no answer file
     */
    static AnswerFile choose(Path root, String named) throws FailureException {
        AnswerFile first = null;
        for (Path file : existing(root, named)) {
            AnswerFile answers = new AnswerFile(root, file, AnswerDocument.parse(bytes(file), file.toString()));
            if (answers.document.waiting(PASS)) {
                return answers;
            }
            first = first == null ? answers : first;
        }
        return first == null ? new AnswerFile(root, FoldedPath.place(root, USUAL), AnswerDocument.empty()) : first;
    }

    private static List<Path> existing(Path root, String named) {
        List<Path> files = new ArrayList<>();
        String onThisDrive = named.replaceFirst("^[A-Za-z]:", "").replaceFirst("^[\\\\/]+", "");
        if (!onThisDrive.isEmpty()) {
            FoldedPath.find(root, onThisDrive.split("[\\\\/]+")).ifPresent(files::add);
        }
        for (String[] place : PLACES) {
            FoldedPath.find(root, place).ifPresent(files::add);
        }
        files.removeIf(file -> !Files.isRegularFile(file));
        return files;
    }

    private static byte[] bytes(Path file) throws FailureException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new FailureException(Failure.LIMIT_EXCEEDED, file.toString());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "XML", file.toString(), e.toString());
        }
    }

    /** Answers one question of a component; an earlier answer to it goes. */
    void put(String component, String answer, String... element) {
        answered = true;
        document.put(PASS, component, architecture(), answer, List.of(element));
    }

    /** The same with what must not stay in memory: it is overwritten by {@link #save}. One at most. */
    void putSecret(String component, byte[] answer, String... element) {
        secret = Optional.of(new SecretAnswer(answer));
        put(component, secret.get().placeholder(), element);
    }

    /** Writes what was answered, anew, for SYSTEM and administrators alone; when nothing was, there is no new file. */
    void save() throws FailureException {
        if (!answered) {
            return;
        }
        byte[] content = document.bytes();
        byte[] whole = secret.isPresent() ? secret.get().putInto(content) : content;
        try {
            Guarded.PRIVATE.folder(file.getParent());
            Files.deleteIfExists(file);
            try (OutputStream out = Guarded.PRIVATE.file(file)) {
                out.write(whole);
            }
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "XML", file.toString(), e.toString());
        } finally {
            Arrays.fill(whole, (byte) 0);
        }
    }

    /** As Windows writes it, without the drive. */
    String place() {
        return "\\" + root.relativize(file).toString().replace('/', '\\');
    }

    private String architecture() {
        Optional<Path> windows = FoldedPath.find(root, "Windows");
        boolean wide =
                windows.flatMap(folder -> FoldedPath.find(folder, "SysWOW64")).isPresent();
        boolean arm =
                windows.flatMap(folder -> FoldedPath.find(folder, "SysArm32")).isPresent();
        return arm ? "arm64" : wide ? "amd64" : "x86";
    }
}
