package fr.brume.protocol.fault;

import java.util.Arrays;
import java.util.Optional;

/**
 * One cause of failure: the number that travels on the wire, the key of its text and whether trying again can help. Numbers
 * are never reused. Texts stand in {@code Failures.properties} and {@code Failures_fr.properties} beside this class.
 */
public enum Failure {
    PROTOCOL_ERROR(1, false),
    UNAUTHORISED(2, false),
    BUSY(3, true),
    NOT_FOUND(4, false),
    SERVER_DISK_FULL(5, false),
    STORAGE_ERROR(6, false),
    CORRUPT_DATA(7, false),
    LIMIT_EXCEEDED(8, false),
    TIMED_OUT(9, true),
    SERVER_LOST(10, true),
    CANCELLED(11, false),
    TLS_REQUIRED(12, false),
    TLS_FAILED(13, false),
    NO_DISK(20, false),
    DISK_TOO_SMALL(21, false),
    DISK_READ(22, false),
    DISK_WRITE(23, false),
    NTFS_HIBERNATED(24, false),
    NTFS_DIRTY(25, false),
    BITLOCKER(26, false),
    UNSUPPORTED_TABLE(27, false),
    UNSUPPORTED_BLOCK_SIZE(28, false),
    TOOL_FAILED(29, false),
    NOT_ENOUGH_MEMORY(30, false),
    SECTOR_SIZE_MISMATCH(31, false),
    AGENT_LOST(32, false),
    FILE_SYSTEM_DAMAGED(33, false),
    WAKE_NOT_SENT(34, false),
    WIPE_REFUSED(35, false),
    WIPE_NOT_ZERO(36, false),
    MEMTEST_UNSIGNED(37, false),
    WINDOWS_NOT_FOUND(38, false),
    ACCOUNT_NOT_FOUND(39, false),
    TICKET_REUSED(40, false),
    TICKET_EXPIRED(41, false),
    TICKET_WRONG_MACHINE(42, false),
    IMAGE_MISSING(43, false),
    IMAGE_CORRUPT(44, false),
    IMAGE_IN_CAPTURE(45, false),
    HOST_WITHOUT_IMAGE(46, false),
    IMAGE_DISABLED(47, false),
    IMAGE_PROTECTED(48, false),
    HOST_BUSY(49, false),
    WINDOWS_NOT_CLOSED(50, false),
    WINDOWS_ENCRYPTED(51, false),
    TICKET_UNANSWERED(52, false),
    IMAGE_SIGNATURE(53, false),
    LOGIN_REQUIRED(60, false),
    LOGIN_REFUSED(61, false),
    LOGIN_THROTTLED(62, false),
    NOT_ALLOWED(63, false),
    INPUT_REFUSED(64, false),
    ADDRESS_TAKEN(65, false),
    HOST_PENDING(66, false),
    NOT_CONFIRMED(67, false),
    RESIZE_FAILED(70, false),
    CANNOT_SHRINK(71, false),
    NOT_ENOUGH_SCRATCH(72, false),
    STEP_FAILED(73, false),
    NAMED_DISK_MISSING(80, false),
    DISK_COUNT(81, false),
    PARTITION_MISSING(82, false),
    LUKS(83, false),
    PARTITION_TOO_SMALL(84, false),
    DISK_BLANK(85, false),
    DISK_NOT_KEPT(86, false),
    SOURCE_CHANGED(87, false),
    PARTITION_NOT_IN_IMAGE(88, false),
    FOG_FOLDER(90, false),
    FOG_PARTIMAGE(91, false),
    FOG_UNKNOWN_STREAM(92, false),
    INTERNAL(99, false);

    private final int code;
    private final boolean retriable;

    Failure(int code, boolean retriable) {
        this.code = code;
        this.retriable = retriable;
    }

    /** The number on the wire, 1 to 65535. */
    public int code() {
        return code;
    }

    /** Whether the same request may succeed later without anybody's doing. */
    public boolean retriable() {
        return retriable;
    }

    /** The key of the text in the bundle. */
    public String key() {
        return "failure." + name();
    }

    /** The cause behind a number from the wire; empty for a number this version does not know. */
    public static Optional<Failure> of(int code) {
        return Arrays.stream(values()).filter(f -> f.code == code).findFirst();
    }
}
