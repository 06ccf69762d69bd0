package fr.brume.protocol.dhcp;

import fr.brume.protocol.MacAddress;
import java.util.Optional;

/**
 * One packet of RFC 2131 figure 1, on Ethernet.
 *
 * @param reply whether a server sent it
 * @param mac of the machine it is about
 * @param transaction number that the client chose
 * @param broadcast whether the client cannot hear an answer sent to its new address
 * @param client address that the client has
 * @param offered address that the server gives
 * @param next server that has the boot file
 * @param relay agent by which it came
 * @param file field of the boot file, printable ASCII; empty when it holds something else
 * @param options all of them, in whichever field they stood
 */
public record DhcpPacket(
        boolean reply,
        MacAddress mac,
        int transaction,
        boolean broadcast,
        Ipv4Address client,
        Ipv4Address offered,
        Ipv4Address next,
        Ipv4Address relay,
        String file,
        DhcpOptions options) {
    /** What kind of message it is; empty for plain BOOTP. */
    public Optional<MessageType> type() {
        return options.octet(OptionCode.MESSAGE_TYPE).stream()
                .mapToObj(MessageType::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The boot file, from its option or else its field. */
    public String bootFile() {
        String option = options.text(OptionCode.BOOT_FILE);
        return option.isEmpty() ? file : option;
    }
}
