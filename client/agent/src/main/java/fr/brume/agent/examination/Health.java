package fr.brume.agent.examination;

import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a disk says of its own health (SMART), as {@code smartctl} prints it. */
final class Health {
    private static final Pattern VERDICT =
            Pattern.compile("(?m)^SMART (?:overall-health self-assessment test result|Health Status): *(\\S.*?) *$");
    /** Attributes whose raw value counts sectors that were or will be lost. */
    private static final Pattern LOST = Pattern.compile(
            "(?m)^ *\\d+ (Reallocated_Sector_Ct|Current_Pending_Sector|Offline_Uncorrectable) .* (\\d+)(?: \\(.*\\))? *$");

    private static final Pattern NVME =
            Pattern.compile("(?m)^(Media and Data Integrity Errors|Percentage Used): *([\\d,]+)%? *$");
    private static final long WORN_OUT = 100;

    private final Tools tools;

    Health(Tools tools) {
        this.tools = tools;
    }

    /** The verdict, then every counter that is a reason for concern. */
    List<Finding> of(String device) throws FailureException {
        ToolResult said = tools.run("smartctl", "-i", "-H", "-A", device);
        Matcher verdict = VERDICT.matcher(said.output());
        if (!verdict.find()) {
            return List.of(Finding.of(device, FindingKind.NO_HEALTH));
        }
        List<Finding> findings = new ArrayList<>();
        boolean good = verdict.group(1).equals("PASSED") || verdict.group(1).equals("OK");
        findings.add(
                good
                        ? Finding.of(device, FindingKind.HEALTH_GOOD)
                        : Finding.of(device, FindingKind.HEALTH_BAD, verdict.group(1)));
        LOST.matcher(said.output())
                .results()
                .flatMap(r -> counter(device, r.group(1), r.group(2), 1).stream())
                .forEach(findings::add);
        NVME.matcher(said.output())
                .results()
                .flatMap(r ->
                        counter(device, r.group(1), r.group(2), r.group(1).startsWith("P") ? WORN_OUT : 1).stream())
                .forEach(findings::add);
        return findings;
    }

    private static Optional<Finding> counter(String device, String name, String value, long concern) {
        String digits = value.replace(",", "");
        return digits.length() < 19 && Long.parseLong(digits) < concern
                ? Optional.empty()
                : Optional.of(Finding.of(device, FindingKind.HEALTH_COUNTER, name, digits));
    }
}
