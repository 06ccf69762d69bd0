package fr.brume.agent.steps;

import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.Mount;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.protocol.image.Generalisation;
import java.util.Optional;

/** Looks whether a Windows was made ready for other machines, and says what it found. Writes nothing on the disk. */
public final class GeneralisationCheck {
    private final Tools tools;
    private final TaskProgress progress;

    public GeneralisationCheck(Tools tools, TaskProgress progress) {
        this.tools = tools;
        this.progress = progress;
    }

    /** What there is on this partition. One that cannot be looked at is no reason not to go on. */
    public Generalisation of(Kind kind, String device) {
        if (kind != Kind.NTFS) {
            return Generalisation.NO_WINDOWS;
        }
        StepReport report = new StepReport(progress, device);
        try (Mount mount = Mount.of(tools, kind, device, false)) {
            Optional<WindowsSystem> windows = WindowsSystem.below(mount.folder(), tools);
            return windows.isPresent() ? told(windows.get().imageState(), report) : Generalisation.NO_WINDOWS;
        } catch (FailureException e) {
            System.getLogger(GeneralisationCheck.class.getName()).log(System.Logger.Level.WARNING, device, e);
            return told("", report);
        }
    }

    private static Generalisation told(String imageState, StepReport report) {
        Generalisation found = Generalisation.of(imageState);
        switch (found) {
            case GENERALISED -> report.tell(FindingKind.GENERALISED, imageState);
            case NOT_GENERALISED -> report.tell(FindingKind.NOT_GENERALISED, imageState);
            default -> report.tell(FindingKind.GENERALISATION_UNKNOWN);
        }
        return found;
    }
}
