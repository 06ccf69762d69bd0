package fr.brume.protocol.finding;

import java.util.Arrays;
import java.util.Optional;

/** The facts that tasks find out. Texts stand in {@code Findings.properties} and {@code Findings_fr.properties} beside this class. */
public enum FindingKind {
    SYSTEM(Weight.FACT),
    PROCESSOR(Weight.FACT),
    MEMORY(Weight.FACT),
    NETWORK_INTERFACE(Weight.FACT),
    DISK(Weight.FACT),
    WAKE_PACKETS_SENT(Weight.GOOD),
    ERASED_ITSELF(Weight.FACT),
    NOT_ERASED_ITSELF(Weight.NOTE),
    DISCARDED(Weight.FACT),
    CANNOT_DISCARD(Weight.FACT),
    DISCARD_REFUSED(Weight.NOTE),
    FREE_SPACE_NOT_DISCARDED(Weight.NOTE),
    EDGES_ZERO(Weight.GOOD),
    REST_NOT_OVERWRITTEN(Weight.NOTE),
    OVERWRITTEN_RANDOM(Weight.FACT),
    OVERWRITTEN_ZERO(Weight.FACT),
    READ_BACK_ZERO(Weight.GOOD),
    NOT_READ_BACK_ZERO(Weight.NOTE),
    SURFACE_GOOD(Weight.GOOD),
    SURFACE_BAD(Weight.BAD),
    SURFACE_GIVEN_UP(Weight.BAD),
    BAD_SECTORS(Weight.BAD),
    MORE_BAD_SECTORS(Weight.BAD),
    HEALTH_GOOD(Weight.GOOD),
    HEALTH_BAD(Weight.BAD),
    HEALTH_COUNTER(Weight.NOTE),
    NO_HEALTH(Weight.NOTE),
    PARTITION_TABLE_SOUND(Weight.GOOD),
    PARTITION_TABLE_FAULTY(Weight.BAD),
    NO_PARTITION_TABLE(Weight.NOTE),
    FILE_SYSTEM_SOUND(Weight.GOOD),
    FILE_SYSTEM_FAULTY(Weight.BAD),
    FILE_SYSTEM_NOT_CHECKED(Weight.FACT),
    MEMTEST_HANDED_OUT(Weight.NOTE),
    PASSWORD_BLANK(Weight.GOOD),
    ACCOUNT_NOT_UNLOCKED(Weight.NOTE),
    HOST_NAME_SET(Weight.GOOD),
    NO_SYSTEM_TO_NAME(Weight.FACT),
    NO_WINDOWS_TO_CHANGE(Weight.NOTE),
    GENERALISED(Weight.GOOD),
    NOT_GENERALISED(Weight.NOTE),
    GENERALISATION_UNKNOWN(Weight.NOTE),
    PRODUCT_KEY_SET(Weight.GOOD),
    PRODUCT_KEY_NOT_READ(Weight.NOTE),
    PRODUCT_KEY_MALFORMED(Weight.NOTE),
    DRIVERS_UNPACKED(Weight.GOOD),
    DOMAIN_TOLD(Weight.GOOD),
    DOMAIN_NOT_READ(Weight.NOTE),
    COMPRESSED(Weight.FACT),
    COMPRESSED_LESS(Weight.FACT),
    SCRIPT_RAN(Weight.GOOD),
    SCRIPT_FAILED(Weight.BAD);

    private final Weight weight;

    FindingKind(Weight weight) {
        this.weight = weight;
    }

    public Weight weight() {
        return weight;
    }

    /** The key of the text in the bundle. */
    public String key() {
        return "finding." + name();
    }

    /** The kind of this name; empty for one that this version does not know. */
    public static Optional<FindingKind> of(String name) {
        return Arrays.stream(values()).filter(k -> k.name().equals(name)).findFirst();
    }
}
