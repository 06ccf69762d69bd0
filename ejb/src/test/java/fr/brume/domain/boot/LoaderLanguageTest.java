package fr.brume.domain.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.Refusal;
import fr.brume.domain.Refusals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderLanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain http://rescue.lan/boot.ipxe || echo rien a l'adresse",
                "kernel http://${next-server}/vmlinuz root=/dev/ram0 && initrd http://rescue/initrd && boot",
                "# a comment may say shell",
                "sanboot --no-describe http://rescue.lan/tool.iso ||",
                "set site:string lycee\nchain http://x/${site}/${net0/mac:hexhyp}"
            })
    void ipxeStartsThings(String lines) {
        assertThat(refusals(LoaderLanguage.IPXE, lines)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shell, shell",
        "login, login",
        "read name, read",
        "config, config",
        "goto fog.local, goto",
        ":fog.local, :fog.local",
        "echo a || shell, shell",
        "echo a&&shell, shell",
        "imgtrust --permanent, imgtrust",
        "menu Mine, menu"
    })
    void ipxeDoesNothingElse(String lines, String command) {
        assertThat(refusals(LoaderLanguage.IPXE, lines))
                .containsExactly(Refusal.of("lines", "refusal.menu.command", command));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search --no-floppy --file --set=root /EFI/tools/tool.efi\nchainloader /EFI/tools/tool.efi\nboot",
                "linux (http,192.168.1.1)/vmlinuz console=tty0 mac=${net_default_mac}\ninitrd (http,192.168.1.1)/initrd",
                "echo \"Un instant\"",
                "reboot"
            })
    void grubStartsThings(String lines) {
        assertThat(refusals(LoaderLanguage.GRUB, lines)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat (hd0,gpt1)/secret",
                "configfile /grub/other.cfg",
                "source /grub/other.cfg",
                "save_env x",
                "parttool hd0,1 boot+",
                "password root x",
                "}",
                "menuentry x {",
                "if true",
                "function x"
            })
    void grubDoesNothingElse(String line) {
        assertThat(refusals(LoaderLanguage.GRUB, line)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo a; cat b",
                "echo 'a",
                "echo \"a",
                "echo a }",
                "echo a \\",
                "echo `b`",
                "echo a | b",
                "echo é"
            })
    void aLineOfGrubEndsWhatItBegins(String line) {
        assertThat(refusals(LoaderLanguage.GRUB, line)).contains(Refusal.of("lines", "refusal.menu.characters", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain http://me:secret@host/x",
                "set username me",
                "chain http://host/x?password=1",
                "echo ${net0/password}"
            })
    void namesAndPasswordsAreRefusedAndNotRepeated(String line) {
        assertThat(refusals(LoaderLanguage.IPXE, line)).containsExactly(Refusal.of("lines", "refusal.menu.secret"));
    }

    @Test
    void aScriptHasAnEnd() {
        assertThat(refusals(LoaderLanguage.IPXE, "# " + "x".repeat(4000)))
                .containsExactly(Refusal.of("lines", "refusal.tooLong", "4000"));
    }

    private static List<Refusal> refusals(LoaderLanguage language, String lines) {
        Refusals refusals = new Refusals();
        language.check("lines", lines, refusals);
        return refusals.list();
    }
}
