package fr.brume.boot.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.rendering.BootSite;
import fr.brume.protocol.dhcp.Architecture;
import fr.brume.protocol.dhcp.BootClient;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyFileTest {
    private static final BootSite SITE = new BootSite("192.168.10.201", 8080, 8443, Locale.FRENCH);

    @ParameterizedTest
    @CsvSource({
        "0, PXEClient, '', undionly.kpxe",
        "-1, PXEClient, '', undionly.kpxe",
        "7, PXEClient, '', undionly.kpxe",
        "9, PXEClient, '', undionly.kpxe",
        "11, PXEClient, '', ''",
        "6, PXEClient, '', ''",
        "0, PXEClient, iPXE, boot.ipxe",
        "7, PXEClient, iPXE, boot.ipxe",
        "16, HTTPClient, '', http://192.168.10.201:8080/boot/file/shimx64.efi",
        "19, HTTPClient, '', ''"
    })
    void choosesByWhatTheMachineSays(int code, String vendorClass, String userClass, String file) {
        Optional<Architecture> architecture = code < 0 ? Optional.empty() : Optional.of(new Architecture(code));

        assertThat(ProxyFile.of(new BootClient(architecture, vendorClass, userClass, ""), SITE, "shimx64.efi")
                        .orElse(""))
                .isEqualTo(file);
    }
}
