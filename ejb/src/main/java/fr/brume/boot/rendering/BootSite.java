package fr.brume.boot.rendering;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What scripts must know of the server and the site.
 *
 * @param address of the server as this machine reaches it: name, IPv4, or IPv6 in brackets
 * @param httpPort of {@code /boot}
 * @param httpsPort of {@code /agent}
 * @param locale of menus and messages
 */
public record BootSite(String address, int httpPort, int httpsPort, Locale locale) {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}]");

    public BootSite {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("not an address: " + address);
        }
    }

    /** {@code http://ADDRESS:PORT}, without a slash at the end. */
    public String httpUrl() {
        return "http://" + address + ":" + httpPort;
    }

    /** {@code https://ADDRESS:PORT}, without a slash at the end. */
    public String httpsUrl() {
        return "https://" + address + ":" + httpsPort;
    }
}
