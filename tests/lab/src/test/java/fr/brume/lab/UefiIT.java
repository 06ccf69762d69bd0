package fr.brume.lab;

import fr.brume.lab.machine.Firmware;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The same walk where the firmware does not enforce Secure Boot. */
@Tag("full")
class UefiIT extends UefiWalk {
    UefiIT() {
        super("uefi", Firmware.UEFI, List.of("efi: EFI v2"));
    }
}
