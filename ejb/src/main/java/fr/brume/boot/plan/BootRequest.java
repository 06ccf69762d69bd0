package fr.brume.boot.plan;

import fr.brume.domain.machine.MachineUuid;
import fr.brume.protocol.MacAddress;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a loader says of its machine when it asks for its plan. Nothing in it is proved; all of it is checked for form, so that
 * it can be put in a script or a log.
 *
 * @param mac of the interface it boots by
 * @param uuid of the machine; empty when the firmware has none
 * @param serial of the machine, printable ASCII; empty when the firmware has none
 * @param architecture as iPXE's {@code buildarch}; empty when not said
 * @param loader that asks
 * @param entry of the menu that was chosen, see {@link MenuItem#request}; empty on the first request
 */
public record BootRequest(
        MacAddress mac,
        Optional<MachineUuid> uuid,
        String serial,
        String architecture,
        Loader loader,
        Optional<String> entry) {
    private static final int LONGEST_SERIAL = 64;
    private static final Pattern ARCHITECTURE = Pattern.compile("[a-z0-9_]{0,16}");
    private static final Pattern ENTRY = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

    /** The firmware that runs the loader. */
    public enum Platform {
        BIOS,
        EFI
    }

    /** A request that no loader of ours makes. */
    public static final class InvalidException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidException(String parameter) {
            super(parameter);
        }
    }

    /**
     * Reads the parameters of {@code /boot/ipxe}, already decoded.
     *
     * @throws InvalidException with the name of the parameter that has no acceptable form
     */
    public static BootRequest parse(Map<String, String> parameters) throws InvalidException {
        MacAddress mac = MacAddress.parse(parameters.get("mac")).orElseThrow(() -> new InvalidException("mac"));
        return new BootRequest(
                mac,
                uuid(parameters.getOrDefault("uuid", "")),
                serial(parameters.getOrDefault("serial", "")),
                architecture(parameters.getOrDefault("arch", "")),
                loader(parameters.getOrDefault("platform", "")),
                entry(parameters.getOrDefault("entry", "")));
    }

    private static Optional<MachineUuid> uuid(String text) throws InvalidException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(MachineUuid.parse(text).orElseThrow(() -> new InvalidException("uuid")));
    }

    /** Firmware holds anything here: what cannot be a serial number is treated as none rather than stopping the boot. */
    private static String serial(String text) {
        String serial = text.strip();
        return serial.length() <= LONGEST_SERIAL && PRINTABLE.matcher(serial).matches() ? serial : "";
    }

    private static String architecture(String text) throws InvalidException {
        if (!ARCHITECTURE.matcher(text).matches()) {
            throw new InvalidException("arch");
        }
        return text;
    }

    private static Loader loader(String text) throws InvalidException {
        return switch (text) {
            case "", "pcbios" -> Loader.IPXE_BIOS;
            case "efi" -> Loader.IPXE_EFI;
            default -> throw new InvalidException("platform");
        };
    }

    private static Optional<String> entry(String text) throws InvalidException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!ENTRY.matcher(text).matches()) {
            throw new InvalidException("entry");
        }
        return Optional.of(text);
    }

    /** The firmware that runs the loader. */
    public Platform platform() {
        return loader.platform();
    }
}
