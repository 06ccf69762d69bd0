package fr.brume.service.machine;

import fr.brume.domain.machine.HostNameTemplate;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.service.setting.SettingService;
import jakarta.persistence.EntityManager;

/** Names machines that register themselves, as the site's template says; never a name that another host has. */
final class HostNaming {
    private static final int MOST_TRIES = 10_000;

    private final HostFinder finder;
    private final SettingService settings;

    HostNaming(EntityManager em, SettingService settings) {
        this.finder = new HostFinder(em);
        this.settings = settings;
    }

    /** The name that the machine would get now. */
    String suggest(MacAddress mac, String serial) {
        return name(mac, serial, false);
    }

    /** A name for the machine; its number is not given again. */
    String take(MacAddress mac, String serial) {
        return name(mac, serial, true);
    }

    /** Serial number of the machine; empty where the firmware has none. */
    static String serial(InventoryReport report) {
        return report.dmi() == null ? "" : report.dmi().getOrDefault("product_serial", "");
    }

    private String name(MacAddress mac, String serial, boolean keep) {
        HostNameTemplate template = new HostNameTemplate(settings.get(SettingKey.REGISTRATION_NAME));
        long first = Long.parseLong(settings.get(SettingKey.REGISTRATION_NEXT_NUMBER));
        long tries = template.counts() ? MOST_TRIES : 1;
        for (long number = first; number < first + tries; number++) {
            String name = template.name(mac, serial, number);
            if (!finder.nameTaken(name, null)) {
                if (keep && template.counts()) {
                    settings.count(SettingKey.REGISTRATION_NEXT_NUMBER, number + 1);
                }
                return name;
            }
        }
        return free(mac.digits());
    }

    private String free(String digits) {
        String name = digits;
        for (int copy = 2; finder.nameTaken(name, null); copy++) {
            name = digits + "-" + copy;
        }
        return name;
    }
}
