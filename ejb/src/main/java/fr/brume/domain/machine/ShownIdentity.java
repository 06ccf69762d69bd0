package fr.brume.domain.machine;

import fr.brume.protocol.MacAddress;
import java.util.List;

/**
 * What a machine shows of itself; none of it is proved.
 *
 * @param booted address of the interface that it boots by
 * @param others addresses of its further interfaces, as far as they are known: a loader tells none
 * @param uuid SMBIOS UUID in any spelling; empty or null for none
 */
public record ShownIdentity(MacAddress booted, List<MacAddress> others, String uuid) {
    public ShownIdentity {
        others = List.copyOf(others);
    }

    /** What a loader knows. */
    public static ShownIdentity of(MacAddress booted, String uuid) {
        return new ShownIdentity(booted, List.of(), uuid);
    }
}
