package fr.brume.service.boot.site;

import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.domain.machine.ExitType;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How machines go on to their disk: as the host says, else as the site does. Safe for threads. */
@ApplicationScoped
public class SiteExit {
    @EJB
    SettingService settings;

    /** What was chosen for this machine with this firmware; null for what suits the loader. */
    public ExitType of(Optional<Host> host, Platform platform) {
        return host.map(known -> platform == Platform.EFI ? known.getEfiExit() : known.getBiosExit())
                .orElseGet(() -> of(platform));
    }

    /** What the site chose for this firmware; null for what suits the loader. */
    public ExitType of(Platform platform) {
        String chosen = settings.get(platform == Platform.EFI ? SettingKey.BOOT_EXIT_EFI : SettingKey.BOOT_EXIT_BIOS);
        return chosen.isEmpty() ? null : ExitType.valueOf(chosen);
    }
}
