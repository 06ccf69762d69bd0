package fr.brume.agent.disk;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which disks are imaged, in which order: those that the host's setting names, in its order, then the others in the order of
 * the inventory. A disk outside the machine (USB, memory card) is only taken when it is named.
 */
public final class DiskChoice {
    private DiskChoice() {}

    /**
     * The disk to work on: the first of {@link #all}.
     *
     * @param wanted as for {@link #all}
     * @throws FailureException NO_DISK, NAMED_DISK_MISSING
     */
    public static DiskReport of(List<DiskReport> disks, String wanted) throws FailureException {
        return all(disks, wanted).get(0);
    }

    /**
     * Every disk.
     *
     * @param wanted device paths, serial numbers, world wide names, exact sizes in bytes or UUIDs of partition tables, separated
     *     by commas; empty or null for none
     * @throws FailureException NO_DISK; NAMED_DISK_MISSING, because a disk that was named is never replaced by another one
     */
    public static List<DiskReport> all(List<DiskReport> disks, String wanted) throws FailureException {
        Set<DiskReport> chosen = new LinkedHashSet<>();
        for (String name : names(wanted)) {
            chosen.add(disks.stream()
                    .filter(matches(name))
                    .filter(disk -> !chosen.contains(disk))
                    .findFirst()
                    .orElseThrow(() -> missing(disks, name)));
        }
        disks.stream().filter(disk -> !disk.external()).forEach(chosen::add);
        if (chosen.isEmpty()) {
            throw new FailureException(Failure.NO_DISK);
        }
        return List.copyOf(chosen);
    }

    private static List<String> names(String wanted) {
        return Arrays.stream((wanted == null ? "" : wanted).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Predicate<DiskReport> matches(String name) {
        return disk -> name.equals(disk.device())
                || name.equals(disk.serial())
                || name.equals(Long.toString(disk.bytes()))
                || name.equalsIgnoreCase(disk.uuid())
                || !disk.wwn().isEmpty() && digits(name).equals(digits(disk.wwn()));
    }

    /** The kernel writes {@code naa.5002...} or {@code eui.0025...} where lsblk writes {@code 0x5002...}. */
    private static String digits(String wwn) {
        return wwn.toLowerCase(Locale.ROOT).replaceFirst("^(naa\\.|eui\\.|0x)", "");
    }

    private static FailureException missing(List<DiskReport> disks, String name) {
        String found = disks.stream()
                .map(disk -> disk.serial().isEmpty() ? disk.device() : disk.device() + " (" + disk.serial() + ")")
                .collect(Collectors.joining(", "));
        return new FailureException(Failure.NAMED_DISK_MISSING, name, found.isEmpty() ? "-" : found);
    }
}
