package fr.brume.lab;

import fr.brume.lab.machine.Firmware;
import org.junit.jupiter.api.Tag;

/** The same walk on machines that boot by HTTP alone, Secure Boot enforced, where the DHCP server names HTTP Boot. */
@Tag("full")
class HttpBootIT extends UefiWalk {
    HttpBootIT() {
        super("http", Firmware.SECURE_HTTP_BOOT, SecureBootIT.LOCKED);
    }
}
