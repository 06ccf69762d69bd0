package fr.brume.lab;

import fr.brume.lab.machine.Firmware;
import java.util.List;

/** With Microsoft's keys and Secure Boot enforced: every kernel that starts, ours and the copy's, says that it is. */
class SecureBootIT extends UefiWalk {
    static final List<String> LOCKED =
            List.of("Kernel is locked down from EFI Secure Boot", "secureboot: Secure boot enabled");

    SecureBootIT() {
        super("secure", Firmware.SECURE_BOOT, LOCKED);
    }
}
