package fr.brume.agent.wipe;

import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.machine.DiskTraits;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.List;
import java.util.Optional;

/** Has a disk forget its content by a command of its own class. What it says is noted, never believed: others read it back. */
final class Forgetting {
    private final Tools tools;
    private final DiskTraits traits;
    private final TaskProgress progress;
    private final List<SelfErasure> selfErasures;

    Forgetting(Tools tools, DiskTraits traits, TaskProgress progress) {
        this.tools = tools;
        this.traits = traits;
        this.progress = progress;
        this.selfErasures = List.of(new NvmeFormat(tools), new AtaSecureErase(tools, traits));
    }

    /** Whether the disk says that it has erased itself. Takes hours on some, and cannot be cancelled. */
    boolean eraseItself(DiskReport disk, WipeMode mode) throws FailureException {
        progress.phase(Phase.ERASING);
        for (SelfErasure erasure : selfErasures) {
            if (erasure.suits(disk)) {
                Optional<String> refusal = erasure.erase(disk, mode);
                progress.found(
                        refusal.isEmpty()
                                ? Finding.of(disk.device(), FindingKind.ERASED_ITSELF, erasure.name())
                                : Finding.of(
                                        disk.device(), FindingKind.NOT_ERASED_ITSELF, erasure.name(), refusal.get()));
                return refusal.isEmpty();
            }
        }
        return false;
    }

    /** Whether all blocks were discarded. */
    boolean discard(DiskReport disk) throws FailureException {
        progress.phase(Phase.ERASING);
        if (!traits.discards(disk)) {
            progress.found(Finding.of(disk.device(), FindingKind.CANNOT_DISCARD));
            return false;
        }
        ToolResult result = tools.run("blkdiscard", "--force", disk.device());
        boolean done = result.exitCode() == 0;
        progress.found(
                done
                        ? Finding.of(disk.device(), FindingKind.DISCARDED)
                        : Finding.of(disk.device(), FindingKind.DISCARD_REFUSED, result.lastLine()));
        return done;
    }
}
