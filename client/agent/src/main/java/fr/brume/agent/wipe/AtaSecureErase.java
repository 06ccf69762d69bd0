package fr.brume.agent.wipe;

import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.machine.DiskTraits;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SECURITY ERASE UNIT (ATA/ATAPI command set 3, 7.36), in its enhanced form for a full wipe where the disk has it. The empty
 * password that the command needs opens the disk for everybody if the power fails meanwhile.
 */
final class AtaSecureErase implements SelfErasure {
    private static final String EMPTY_PASSWORD = "NULL";
    private static final Pattern SECURITY = Pattern.compile("(?m)^Security:\\s*$");
    private static final Pattern SUPPORTED = Pattern.compile("(?m)^\\s+supported\\s*$");

    private final Tools tools;
    private final DiskTraits traits;

    AtaSecureErase(Tools tools, DiskTraits traits) {
        this.tools = tools;
        this.traits = traits;
    }

    @Override
    public String name() {
        return "ATA Secure Erase";
    }

    @Override
    public boolean suits(DiskReport disk) {
        return traits.ata(disk) && !traits.usb(disk);
    }

    @Override
    public Optional<String> erase(DiskReport disk, WipeMode mode) throws FailureException {
        ToolResult identity = tools.run("hdparm", "-I", disk.device());
        String security = security(identity.output());
        Optional<String> obstacle = obstacle(security);
        if (identity.exitCode() != 0 || obstacle.isPresent()) {
            return obstacle.or(() -> Optional.of(identity.lastLine()));
        }
        boolean enhanced = mode == WipeMode.FULL && security.contains("supported: enhanced erase");
        Optional<String> refusal = command(disk, "--security-set-pass");
        return refusal.isPresent()
                ? refusal
                : unlockAfter(disk, enhanced ? "--security-erase-enhanced" : "--security-erase");
    }

    private static String security(String identity) {
        var found = SECURITY.matcher(identity);
        return found.find() ? identity.substring(found.end()) : "";
    }

    private static Optional<String> obstacle(String security) {
        if (!SUPPORTED.matcher(security).find()) {
            return Optional.of("not supported");
        }
        for (String state : new String[] {"enabled", "locked", "frozen"}) {
            if (!Pattern.compile("(?m)^\\s*not\\s+" + state).matcher(security).find()) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private Optional<String> unlockAfter(DiskReport disk, String erase) throws FailureException {
        Optional<String> obstacle = command(disk, erase);
        if (obstacle.isPresent()) {
            command(disk, "--security-disable");
        }
        return obstacle;
    }

    private Optional<String> command(DiskReport disk, String what) throws FailureException {
        ToolResult result = tools.run("hdparm", "--user-master", "u", what, EMPTY_PASSWORD, disk.device());
        return result.exitCode() == 0 ? Optional.empty() : Optional.of(result.lastLine());
    }
}
