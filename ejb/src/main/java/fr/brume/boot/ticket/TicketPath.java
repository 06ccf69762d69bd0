package fr.brume.boot.ticket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The second initrd of a boot as loaders ask for it, {@code /boot/once/ID.cpio}, by TFTP and HTTP alike.
 *
 * @param ticketId public id of the ticket, 1 to 64 characters of base64url
 */
public record TicketPath(String ticketId) {
    private static final Pattern PATH = Pattern.compile("/*boot/once/([A-Za-z0-9_-]{1,64})\\.cpio");

    /** Reads the path of a request, with or without a slash in front; empty for any other. */
    public static Optional<TicketPath> parse(String asked) {
        Matcher path = PATH.matcher(asked == null ? "" : asked);
        return path.matches() ? Optional.of(new TicketPath(path.group(1))) : Optional.empty();
    }
}
