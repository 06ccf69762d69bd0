package fr.brume.boot.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.boot.plan.BootRequest.InvalidException;
import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.domain.machine.MachineUuid;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootRequestTest {
    private final Map<String, String> parameters = new HashMap<>(Map.of(
            "mac", "08:00:27:4D:46:2B",
            "uuid", "4c4c4544-0042-3510-8054-b4c04f4d3732",
            "serial", "B5T2 7J2",
            "arch", "x86_64",
            "platform", "pcbios"));

    @Test
    void readsWhatIpxeSends() throws InvalidException {
        BootRequest request = BootRequest.parse(parameters);

        assertThat(request.mac().text()).isEqualTo("08:00:27:4d:46:2b");
        assertThat(request.uuid()).hasValue(new MachineUuid("4c4c4544-0042-3510-8054-b4c04f4d3732"));
        assertThat(request.serial()).isEqualTo("B5T2 7J2");
        assertThat(request.platform()).isEqualTo(Platform.BIOS);
        assertThat(request.entry()).isEmpty();
    }

    @Test
    void needsNothingButTheMac() throws InvalidException {
        BootRequest request = BootRequest.parse(Map.of("mac", "080027-4d462b".replace("-", "")));

        assertThat(request.uuid()).isEmpty();
        assertThat(request.serial()).isEmpty();
    }

    @Test
    void treatsAStrangeSerialAsNone() throws InvalidException {
        parameters.put("serial", "x\nboot");
        assertThat(BootRequest.parse(parameters).serial()).isEmpty();
        parameters.put("serial", "x".repeat(65));
        assertThat(BootRequest.parse(parameters).serial()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mac, ''",
        "mac, 08:00:27:4d:46",
        "mac, ${net0/mac}",
        "mac, 01:00:5e:00:00:01",
        "uuid, 1234",
        "arch, 'x86 64'",
        "arch, x86_64x86_64x86_64",
        "platform, amiga",
        "entry, 'fog local'",
        "entry, ../register"
    })
    void refusesWhatNoLoaderSends(String parameter, String value) {
        parameters.put(parameter, value);

        assertThatThrownBy(() -> BootRequest.parse(parameters))
                .isInstanceOf(InvalidException.class)
                .hasMessage(parameter);
    }
}
