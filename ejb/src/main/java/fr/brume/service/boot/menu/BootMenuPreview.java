package fr.brume.service.boot.menu;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.boot.Renderings;
import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.MachineState;
import fr.brume.boot.plan.MachineState.Waiting;
import fr.brume.boot.rendering.BootSite;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.service.boot.site.BootSites;
import fr.brume.service.boot.site.SiteExit;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Shows the menu as text before any machine does: by the same plan and the same renderings, for a machine without a task. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class BootMenuPreview {
    private static final MacAddress ANY = new MacAddress("02:00:00:00:00:01");

    @EJB
    BootMenuService menus;

    @EJB
    SettingService settings;

    @Inject
    BootSites sites;

    @Inject
    SiteExit exits;

    /**
     * The script that such a machine would get.
     *
     * @param localAddress by which the server is reached, for the addresses in it
     */
    public String script(PreviewMachine machine, PreviewFirmware firmware, Locale locale, String localAddress) {
        BootSite here = sites.reachedBy(localAddress);
        BootSite site = new BootSite(here.address(), here.httpPort(), here.httpsPort(), locale);
        BootRequest request = new BootRequest(ANY, Optional.empty(), "", "", firmware.loader(), Optional.empty());
        MachineState state = new MachineState(
                machine.header(),
                settings.is(SettingKey.BOOT_REGISTRATION),
                Waiting.NOTHING,
                exits.of(firmware.loader().platform()),
                "");
        BootPlan.Menu menu = (BootPlan.Menu) BootPlan.of(state, request, menus.menu(locale));
        return Renderings.of(site, request).menu(menu);
    }
}
