package fr.brume.domain.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.Refusal;
import fr.brume.protocol.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "win10", "win10_deploy", "PC-12", "0800274d462b", "abcdefghijklmno"})
    void takesNames(String name) {
        assertThat(refusals(name, "08:00:27:4d:46:2b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', refusal.required",
        "' ', refusal.required",
        "abcdefghijklmnop, refusal.hostName.tooLong",
        "-pc, refusal.hostName.characters",
        "pc-, refusal.hostName.characters",
        "win_, refusal.hostName.characters",
        "été, refusal.hostName.characters",
        "a b, refusal.hostName.characters",
        "a.b, refusal.hostName.characters"
    })
    void refusesNames(String name, String messageKey) {
        assertThat(refusals(name, "08:00:27:4d:46:2b"))
                .extracting(Refusal::field, Refusal::messageKey)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("name", messageKey));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08:00:27:4D:46:2B", "08-00-27-4d-46-2b", "0800274d462b", " 0800.274d.462b "})
    void readsMacAddressesInTheUsualSpellings(String spelled) {
        HostDraft draft = HostDraft.of("pc", "", spelled, null);
        assertThat(HostRules.check(draft).list()).isEmpty();
        assertThat(HostRules.macs(draft)).containsExactly(new MacAddress("08:00:27:4d:46:2b"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', refusal.required",
        "08:00:27:4d:46, refusal.mac",
        "nothing, refusal.mac",
        "01:00:5e:00:00:01, refusal.mac"
    })
    void refusesMacAddresses(String spelled, String messageKey) {
        assertThat(refusals("pc", spelled)).extracting(Refusal::messageKey).containsExactly(messageKey);
    }

    @Test
    void refusesTheSameAddressTwiceAndTellsEverythingAtOnce() {
        HostDraft draft = new HostDraft(
                "-", "x".repeat(256), "0800274d462b", List.of("08-00-27-4d-46-2b", ""), null, "", "", null, null, "é");
        assertThat(HostRules.check(draft).list())
                .extracting(Refusal::field)
                .containsExactly("name", "otherMacs", "description", "kernelArguments");
    }

    @Test
    void anExitTypeIsOneThatTheFirmwareHas() {
        HostDraft draft =
                new HostDraft("pc", "", "0800274d462b", List.of(), null, "", "", ExitType.REFIND, ExitType.SANBOOT, "");
        assertThat(HostRules.check(draft).list())
                .containsExactly(Refusal.of("biosExit", "refusal.exitType"), Refusal.of("efiExit", "refusal.exitType"));
        assertThat(ExitType.forBios()).doesNotContain(ExitType.REFIND).contains(ExitType.SANBOOT);
        assertThat(ExitType.forEfi()).doesNotContain(ExitType.SANBOOT).contains(ExitType.REFIND);
    }

    private static List<Refusal> refusals(String name, String mac) {
        return HostRules.check(HostDraft.of(name, "", mac, null)).list();
    }
}
