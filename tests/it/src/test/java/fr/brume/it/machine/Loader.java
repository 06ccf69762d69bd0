package fr.brume.it.machine;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network boot program of one machine: asks for its script and fetches its ticket. */
final class Loader {
    private static final Pattern ONCE = Pattern.compile("/boot/once/([A-Za-z0-9_-]{22})\\.cpio");

    /** What the second initrd held. */
    record Once(String ticket, String pin, String url) {}

    private final String mac;
    private final PlainHttp http;

    Loader(URI server, String mac, String from) {
        this.mac = mac;
        this.http = new PlainHttp(server, from);
    }

    /** The path of the ticket that the script of a registration loads last. */
    String registration() {
        return ticketPath("&entry=register");
    }

    /** The path of the ticket that a boot without a choice leads to: there is one when a task waits. */
    String task() {
        return ticketPath("");
    }

    /** What a boot without a choice is told. */
    String script() {
        return script("");
    }

    private String script(String choice) {
        return http.ask("GET", "/boot/ipxe?mac=" + mac + "&platform=pcbios" + choice);
    }

    private String ticketPath(String choice) {
        String script = script(choice);
        Matcher once = ONCE.matcher(script);
        if (!once.find()) {
            throw new AssertionError("no ticket in " + script);
        }
        return once.group();
    }

    String ask(String method, String path) {
        return http.ask(method, path);
    }

    /** Fetches a ticket and unpacks it. */
    Once fetch(String path) {
        String archive = ask("GET", path);
        return new Once(file(archive, "ticket"), file(archive, "pin"), file(archive, "url"));
    }

    /** Text files of one line in an archive of newc headers. */
    private static String file(String archive, String name) {
        Matcher line = Pattern.compile("brume/" + name + "\0+([^\0\n]+)\n").matcher(archive);
        if (!line.find()) {
            throw new AssertionError("no " + name + " in " + archive);
        }
        return line.group(1);
    }
}
