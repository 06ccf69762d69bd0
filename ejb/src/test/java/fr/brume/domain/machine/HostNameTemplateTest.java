package fr.brume.domain.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTemplateTest {
    private static final MacAddress MAC = new MacAddress("08:00:27:4d:46:2b");

    @ParameterizedTest
    @CsvSource({
        "{mac},0800274d462b",
        "PC-{mac6},PC-4d462b",
        "{serial},5QTVM12",
        "CDI-{n},CDI-7",
        "CDI-{n:3},CDI-007",
        "{n:2}-{mac6},07-4d462b",
        // too long for a name
        "un-nom-tres-long-{n},0800274d462b",
        // would end with a dash
        "{serial}-,0800274d462b"
    })
    void namesAMachine(String template, String name) {
        assertThat(new HostNameTemplate(template).name(MAC, "5QTVM12", 7)).isEqualTo(name);
    }

    @Test
    void leavesOutWhatNoNameHas() {
        HostNameTemplate template = new HostNameTemplate("P{serial}");
        assertThat(template.name(MAC, "A/B C.1", 1)).isEqualTo("PABC1");
        assertThat(template.name(MAC, " ", 1)).isEqualTo(MAC.digits());
        assertThat(template.name(MAC, "${cmd}\n", 1)).isEqualTo("Pcmd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{mac}", "PC-{n:3}", "{serial}", "a_{mac6}"})
    void acceptsWhatTellsMachinesApart(String template) {
        assertThat(HostNameTemplate.accepts(template)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PC", "PC-{x}", "PC {n}", "{n:0}", "{n:10}", "é{n}", "{mac"})
    void refusesTheRest(String template) {
        assertThat(HostNameTemplate.accepts(template)).isFalse();
    }
}
