package fr.brume.service.machine;

import java.util.Set;

/** Which SMBIOS UUIDs say nothing: makers leave them blank or give one to a whole series. */
final class SystemUuid {
    private static final Set<String> OF_MANY = Set.of(
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "03000200-0400-0500-0006-000700080009",
            "12345678-1234-5678-90ab-cddeefaabbcc",
            "fefefefe-fefe-fefe-fefe-fefefefefefe");

    private SystemUuid() {}

    static boolean isUseless(String uuid) {
        return uuid.isEmpty() || OF_MANY.contains(uuid);
    }
}
