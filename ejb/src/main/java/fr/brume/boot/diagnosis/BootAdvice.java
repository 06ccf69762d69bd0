package fr.brume.boot.diagnosis;

import fr.brume.domain.boot.BootEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A known trouble that shows in what starting machines asked.
 *
 * @param trouble which one
 * @param subject MAC address or address of the machine; empty when it is the network's
 * @param at the latest moment that shows it
 * @param arguments of its sentence after the subject, such as a file
 */
public record BootAdvice(Trouble trouble, String subject, Instant at, List<String> arguments) {
    /** The troubles that are known. */
    public enum Trouble {
        /** TFTP does not listen; argument: its port. */
        TFTP_CLOSED,
        /** Clients took offers of several DHCP servers; argument: their addresses. */
        TWO_DHCP_SERVERS,
        /** The server's own address is among those that the DHCP server gives; arguments: it, lowest and highest given. */
        ADDRESS_IN_RANGE,
        /** A machine spoke to the DHCP server and then asked no file. */
        NO_NEXT_SERVER,
        /** A machine that boots by HTTP spoke to the DHCP server and then asked no file. */
        NO_HTTP_URL,
        /** A machine asks the same file again and again; arguments: the file and how often. */
        LOOP,
        /** A machine asked for a file that is not there; argument: the file. */
        FILE_NOT_FOUND,
        /** Nothing is built for the machine's processor; argument: the processor. */
        NO_LOADER,
        /** A machine got the signed shim and asked nothing after it. */
        SHIM_LAST,
        /** A machine got GRUB and asked nothing after it. */
        GRUB_LAST,
        /** A machine got a loader that is not signed and asked nothing after it; argument: the loader. */
        UNSIGNED_LAST,
        /** A machine got the kernel and asked nothing after it. */
        KERNEL_LAST
    }

    /**
     * The troubles that these events show, the latest first, each at most once for a machine. No verdict: words for a technician
     * to start from.
     *
     * @param events oldest first, of half an hour or so
     */
    public static List<BootAdvice> of(List<BootEvent> events, BootSurroundings around) {
        List<BootAdvice> advice = new ArrayList<>(NetworkTroubles.of(events, around));
        MachineEvents.each(events).forEach(machine -> advice.addAll(MachineTroubles.of(machine, around.now())));
        advice.sort(Comparator.comparing(BootAdvice::at).reversed());
        return advice;
    }
}
