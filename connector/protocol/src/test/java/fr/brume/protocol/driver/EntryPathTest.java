package fr.brume.protocol.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPathTest {
    @Test
    void bothSlashesPartFolders() {
        EntryPath path = EntryPath.of("Réseau\\e1d/E1D.INF").orElseThrow();
        assertThat(path.segments()).containsExactly("Réseau", "e1d", "E1D.INF");
        assertThat(path.key()).isEqualTo("réseau/e1d/e1d.inf");
        assertThat(path.driver()).isTrue();
        assertThat(EntryPath.of("net/").orElseThrow().segments()).containsExactly("net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/x",
                "../x",
                "a/../x",
                "a/./x",
                "a//x",
                "C:/x",
                "c:x",
                "\\\\server\\x",
                "x:stream",
                "a/nul",
                "Aux.inf",
                "com1.sys",
                "x.",
                "x ",
                "a\u0000b",
                "a\nb",
                "x?"
            })
    void whatLeadsElsewhereIsRefused(String name) {
        assertThat(EntryPath.of(name)).isEmpty();
    }

    @Test
    void namesAndDepthHaveLimits() {
        assertThat(EntryPath.of("x".repeat(200))).isPresent();
        assertThat(EntryPath.of("x".repeat(201))).isEmpty();
        assertThat(EntryPath.of("a/".repeat(20) + "x")).isEmpty();
    }
}
