package fr.brume.service.boot.site;

import fr.brume.boot.rendering.BootSite;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * How the site looks to a machine: the address it is told is {@code BRUME_ADDRESS}, else the one it came in by. Ports are those
 * of {@code BRUME_HTTP_PORT} and {@code BRUME_HTTPS_PORT}.
 */
@ApplicationScoped
public class BootSites {
    @EJB
    SettingService settings;

    private final Map<String, String> environment = System.getenv();

    /**
     * The site for a machine that reached the server by this address.
     *
     * @param localAddress numeric, as the socket has it
     */
    public BootSite reachedBy(String localAddress) {
        return new BootSite(
                address(environment.getOrDefault("BRUME_ADDRESS", ""), localAddress),
                port("BRUME_HTTP_PORT", 8080),
                port("BRUME_HTTPS_PORT", 8443),
                settings.siteLocale());
    }

    private int port(String variable, int usual) {
        String chosen = environment.getOrDefault(variable, "");
        return chosen.isBlank() ? usual : Integer.parseInt(chosen.strip());
    }

    /** The address as URLs have it: IPv6 in brackets, without a zone. */
    static String address(String chosen, String localAddress) {
        String address = chosen.isBlank() ? localAddress : chosen.strip();
        String withoutZone = address.replaceFirst("%.*$", "");
        return withoutZone.contains(":") && !withoutZone.startsWith("[") ? "[" + withoutZone + "]" : withoutZone;
    }
}
