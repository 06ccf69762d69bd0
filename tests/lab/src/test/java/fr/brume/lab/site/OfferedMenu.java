package fr.brume.lab.site;

import fr.brume.lab.machine.Firmware;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.network.Lan;
import fr.brume.test.server.ServerPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The menu that a machine is shown, asked from the server beside the machine: a serial console does not say on which
 * entry the bar stands. Immutable.
 *
 * @param items the entries that the bar stops at, in order
 * @param start the entry on which it stands first
 */
record OfferedMenu(List<String> items, String start) {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Pattern ITEM = Pattern.compile(
            "^(?:item (?:--key \\S+ )?(?!--)(\\S+) .*|menuentry .* --id (\\S+)(?: .*)?)$", Pattern.MULTILINE);
    private static final Pattern DEFAULT =
            Pattern.compile("^(?:choose --default (\\S+)|set default=(\\S+))", Pattern.MULTILINE);

    /** Asks for what this machine is shown. */
    static OfferedMenu of(Hardware hardware) {
        return read(fetch(hardware));
    }

    static OfferedMenu read(String script) {
        List<String> items =
                ITEM.matcher(script).results().map(OfferedMenu::group).toList();
        String start = DEFAULT.matcher(script)
                .results()
                .findFirst()
                .map(OfferedMenu::group)
                .orElseThrow(() -> new AssertionError("no menu:\n" + script));
        return new OfferedMenu(items, start);
    }

    private static String group(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** {@return how often the bar must go down to reach an entry} */
    int stepsTo(String item) {
        int steps = items.indexOf(item) - items.indexOf(start);
        if (!items.contains(item) || steps < 0) {
            throw new AssertionError("no " + item + " below " + start + " in " + items);
        }
        return steps;
    }

    private static String fetch(Hardware hardware) {
        URI address = URI.create("http://" + Lan.PORTAL + ":" + ServerPorts.STANDARD.http() + path(hardware));
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError("no answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String path(Hardware hardware) {
        if (hardware.firmware() == Firmware.BIOS) {
            return "/boot/ipxe?arch=i386&platform=pcbios&mac=" + hardware.mac() + "&uuid=" + hardware.uuid();
        }
        String file = hardware.firmware() == Firmware.UEFI ? "grub.cfg" : "locked.cfg";
        return "/grub/machine/" + hardware.mac() + "/" + hardware.uuid() + "/" + file;
    }
}
