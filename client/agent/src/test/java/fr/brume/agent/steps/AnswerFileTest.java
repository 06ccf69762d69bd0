package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFileTest {
    private static final String SHELL = "Microsoft-Windows-Shell-Setup";
    private static final String ANSWERS = """
            <?xml version="1.0" encoding="utf-8"?>
            <unattend xmlns="urn:schemas-microsoft-com:unattend"><!-- du lycée -->
            <settings pass="oobeSystem"><component name="Microsoft-Windows-Shell-Setup"><TimeZone>Romance</TimeZone></component></settings>
            <settings pass="specialize"%s>
            <component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64"><ComputerName>*</ComputerName><CopyProfile>true</CopyProfile></component>
            </settings></unattend>
            """;

    @TempDir
    Path root;

    @Test
    void aNewOneIsWhereWindowsLooksFirst() throws Exception {
        Files.createDirectories(root.resolve("WINDOWS/panther"));
        String text = answered("", "AAAAA-BBBBB");
        assertThat(root.resolve("WINDOWS/panther/Unattend/Unattend.xml")).hasContent(text);
        assertThat(text)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("<unattend xmlns=\"urn:schemas-microsoft-com:unattend\"><settings pass=\"specialize\">")
                .contains("processorArchitecture=\"x86\"")
                .contains("<ProductKey>AAAAA-BBBBB</ProductKey>");
    }

    @Test
    void answersThatAreThereStay() throws Exception {
        Path file = write("Windows/System32/Sysprep/unattend.xml", ANSWERS.formatted(""));
        Files.createDirectory(root.resolve("Windows/SysWOW64"));
        AnswerFile answers = AnswerFile.choose(root, "");
        answers.put(SHELL, "salle-12", "ComputerName");
        answers.put(SHELL, "K", "ProductKey");
        answers.save();
        assertThat(answers.place()).isEqualTo("\\Windows\\System32\\Sysprep\\unattend.xml");
        assertThat(Files.readString(file))
                .contains("du lycée", "<TimeZone>Romance</TimeZone>")
                .contains(
                        "<ComputerName>salle-12</ComputerName><CopyProfile>true</CopyProfile><ProductKey>K</ProductKey>");
    }

    @Test
    void itIsForAdministratorsAlone() throws Exception {
        Path file = write("Windows/Panther/unattend.xml", ANSWERS.formatted(""));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
        answered("", "K");
        assertThat(mode(file)).isEqualTo("rw-------");
        Files.delete(file);
        answered("", "K");
        assertThat(mode(root.resolve("Windows/Panther/Unattend"))).isEqualTo("rwx------");
        assertThat(mode(root.resolve("Windows/Panther/Unattend/Unattend.xml"))).isEqualTo("rw-------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void otherEncodingsAreReadAndWrittenAsUtf8() throws Exception {
        Path file = root.resolve("Unattend.xml");
        Files.writeString(file, ANSWERS.formatted("").replace("utf-8", "utf-16"), StandardCharsets.UTF_16);
        assertThat(answered("", "K")).isEqualTo(Files.readString(file)).contains("UTF-8", "du lycée", "CopyProfile");
    }

    @Test
    void whatWindowsUsedBeforeIsPassedOver() throws Exception {
        Path used = write("Windows/Panther/unattend.xml", ANSWERS.formatted(" wasPassProcessed=\"true\""));
        Path next = write("Windows/System32/Sysprep/unattend.xml", ANSWERS.formatted(""));
        assertThat(answered("", "K")).isEqualTo(Files.readString(next)).contains("CopyProfile");
        Files.delete(next);
        assertThat(answered("", "K"))
                .isEqualTo(Files.readString(used))
                .contains("TimeZone", "<ProductKey>K</ProductKey>")
                .doesNotContain("CopyProfile", "wasPassProcessed");
    }

    @Test
    void theOneThatTheRegistryNamesComesFirst() throws Exception {
        Path named = write("site/answers.xml", ANSWERS.formatted(""));
        write("Windows/Panther/unattend.xml", ANSWERS.formatted(""));
        assertThat(answered("C:\\Site\\Answers.xml", "K")).isEqualTo(Files.readString(named));
    }

    @Test
    void entitiesOfAFileAreRefused() throws Exception {
        Path secret = Files.writeString(root.resolve("secret"), "precious");
        Path file = write(
                "Unattend.xml",
                "<!DOCTYPE unattend [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><unattend><a>&x;</a></unattend>");
        String before = Files.readString(file);
        FailureException refused = catchThrowableOfType(FailureException.class, () -> AnswerFile.choose(root, ""));
        assertThat(refused.arguments().get(2)).contains("DOCTYPE");
        assertThat(file).hasContent(before);
    }

    @Test
    void whatIsNoAnswerFileIsNotTouched() throws Exception {
        write("Unattend.xml", "<settings/>");
        assertThat(catchThrowableOfType(FailureException.class, () -> AnswerFile.choose(root, "")))
                .isNotNull();
    }

    private String answered(String named, String key) throws FailureException, IOException {
        AnswerFile answers = AnswerFile.choose(root, named);
        answers.put(SHELL, key, "ProductKey");
        answers.save();
        return Files.readString(root.resolve(answers.place().substring(1).replace('\\', '/')));
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
