package fr.brume.boot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketPathTest {
    @Test
    void readsWhatLoadersAskFor() {
        assertThat(TicketPath.parse("/boot/once/a-B_9.cpio")).hasValue(new TicketPath("a-B_9"));
        assertThat(TicketPath.parse("boot/once/a-B_9.cpio")).hasValue(new TicketPath("a-B_9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/boot/once/",
                "/boot/once/.cpio",
                "/boot/once/a.cpi",
                "/boot/once/a/b.cpio",
                "/boot/file/a.cpio"
            })
    void readsNothingElse(String path) {
        assertThat(TicketPath.parse(path)).isEmpty();
        assertThat(TicketPath.parse(null)).isEmpty();
        assertThat(TicketPath.parse("/boot/once/" + "a".repeat(65) + ".cpio")).isEmpty();
    }
}
