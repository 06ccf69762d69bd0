package fr.brume.protocol.finding;

import java.util.List;

/**
 * One fact that a task found out.
 *
 * @param subject what it is about: a device, a partition, a part of the machine
 * @param kind of fact
 * @param arguments of its text, in the order of the placeholders; numbers in plain digits
 */
public record Finding(String subject, FindingKind kind, List<String> arguments) {
    public static Finding of(String subject, FindingKind kind, Object... arguments) {
        return new Finding(
                subject, kind, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
