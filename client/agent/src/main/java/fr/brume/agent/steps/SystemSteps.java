package fr.brume.agent.steps;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.Mount;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes the systems on a disk that was just deployed, each on its own partition. */
public final class SystemSteps {
    private static final Set<Kind> ROOTS = Set.of(Kind.NTFS, Kind.EXT2, Kind.EXT3, Kind.EXT4, Kind.XFS, Kind.BTRFS);

    private final Tools tools;
    private final TaskProgress progress;
    private final StepSupply supply;

    public SystemSteps(Tools tools, TaskProgress progress, StepSupply supply) {
        this.tools = tools;
        this.progress = progress;
        this.supply = supply;
    }

    /**
     * Changes every system that it finds and says so, or that there is none.
     *
     * @param partitions of the disk as they are on it
     * @throws FailureException STEP_FAILED when one was found and could not be changed
     */
    public void run(DeploySteps steps, Disk disk, List<PartitionManifest> partitions) throws FailureException {
        if (!steps.concernSystem()) {
            return;
        }
        Set<Class<?>> found = new HashSet<>();
        for (PartitionManifest partition : partitions) {
            Kind kind = Kind.of(partition.fileSystem());
            if (ROOTS.contains(kind)) {
                String device = disk.partition(partition.number(), partition.start(), partition.bytes());
                changed(steps, kind, device).ifPresent(found::add);
            }
        }
        StepReport report = new StepReport(progress, disk.device());
        if (!steps.hostName().isEmpty() && found.isEmpty()) {
            report.tell(FindingKind.NO_SYSTEM_TO_NAME, steps.hostName());
        }
        boolean nobodyToJoin = !steps.domain().none() && found.isEmpty();
        if (nobodyToJoin || steps.concernWindows() && !found.contains(WindowsSystem.class)) {
            report.tell(FindingKind.NO_WINDOWS_TO_CHANGE);
        }
    }

    /** A file system without a system in it is only looked at; one that cannot be looked at was checked before, and stays. */
    private boolean holdsSystem(Kind kind, String device) {
        try (Mount seen = Mount.of(tools, kind, device, false)) {
            return system(kind, seen.folder()).isPresent();
        } catch (FailureException e) {
            System.getLogger(SystemSteps.class.getName()).log(System.Logger.Level.INFO, device, e);
            return false;
        }
    }

    private Optional<Class<?>> changed(DeploySteps steps, Kind kind, String device) throws FailureException {
        if (!holdsSystem(kind, device)) {
            return Optional.empty();
        }
        try (Mount mount = Mount.of(tools, kind, device, true)) {
            InstalledSystem system = system(kind, mount.folder()).orElseThrow();
            system.change(steps, supply, new StepReport(progress, device));
            return Optional.of(system.getClass());
        } catch (FailureException e) {
            String words = e.arguments().isEmpty()
                    ? ""
                    : e.arguments().get(e.arguments().size() - 1);
            throw new FailureException(Failure.STEP_FAILED, e, device, words);
        }
    }

    private Optional<? extends InstalledSystem> system(Kind kind, Path root) {
        return kind == Kind.NTFS ? WindowsSystem.below(root, tools) : LinuxSystem.below(root);
    }
}
