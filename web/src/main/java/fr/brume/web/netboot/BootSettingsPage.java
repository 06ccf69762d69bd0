package fr.brume.web.netboot;

import fr.brume.domain.machine.ExitType;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.setting.SettingKind;
import fr.brume.service.link.Listeners;
import fr.brume.web.setting.SettingsPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How machines start: the looks of the boot menu, its end at the disk, which file comes first, what is heard. */
@Named("bootSettings")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class BootSettingsPage extends SettingsPage {
    private static final long serialVersionUID = 1L;
    private static final Set<SettingKey> KEYS = EnumSet.of(
            SettingKey.BOOT_MENU_TIMEOUT,
            SettingKey.BOOT_MENU_HIDDEN,
            SettingKey.BOOT_MENU_HIDDEN_TIMEOUT,
            SettingKey.BOOT_MENU_KEY,
            SettingKey.BOOT_MENU_DEBUG,
            SettingKey.BOOT_REGISTRATION,
            SettingKey.BOOT_MENU_COLOURED,
            SettingKey.BOOT_MENU_TEXT,
            SettingKey.BOOT_MENU_GROUND,
            SettingKey.BOOT_MENU_CHOSEN_TEXT,
            SettingKey.BOOT_MENU_CHOSEN_GROUND,
            SettingKey.BOOT_EXIT_BIOS,
            SettingKey.BOOT_EXIT_EFI,
            SettingKey.BOOT_REFUSE_IDLE,
            SettingKey.BOOT_UEFI_LOADER,
            SettingKey.BOOT_FILES,
            SettingKey.BOOT_DHCP_LISTEN,
            SettingKey.BOOT_DHCP_PROXY,
            SettingKey.BOOT_JOURNAL_DAYS);

    @Inject
    private Listeners listeners;

    public BootSettingsPage() {
        super(KEYS, "netboot.BootSettingsPage", "/netboot/settings");
    }

    /** Opens or closes what is listened to. */
    @Override
    protected void saved() {
        listeners.follow();
    }

    public List<String> getColours() {
        return SettingKind.COLOURS;
    }

    public List<String> getUefiLoaders() {
        return SettingKind.UEFI_LOADERS;
    }

    public List<ExitType> getBiosExits() {
        return ExitType.forBios();
    }

    public List<ExitType> getEfiExits() {
        return ExitType.forEfi();
    }
}
