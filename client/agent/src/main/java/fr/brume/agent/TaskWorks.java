package fr.brume.agent;

import fr.brume.agent.capture.Capture;
import fr.brume.agent.deploy.Deploy;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.KernelDisks;
import fr.brume.agent.disk.KernelPartitions;
import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.disk.WriteProtection;
import fr.brume.agent.examination.DiskTest;
import fr.brume.agent.examination.SurfaceTest;
import fr.brume.agent.machine.DiskTraits;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.task.InventoryWork;
import fr.brume.agent.task.TaskWork;
import fr.brume.agent.transfer.ServerPlace;
import fr.brume.agent.windows.PasswordReset;
import fr.brume.agent.wipe.Wipe;
import fr.brume.agent.wipe.WipeMode;
import fr.brume.protocol.agent.TaskAction;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** What this machine can do for a task. */
final class TaskWorks {
    private TaskWorks() {}

    /**
     * The work of every action.
     *
     * @param root of the file system, in which the kernel shows itself
     * @param server for transfers
     */
    static Map<TaskAction, TaskWork> of(Path root, ServerPlace server) {
        Tools tools = new SystemTools();
        Path sys = root.resolve("sys");
        DiskOpener disks =
                new KernelDisks(new WriteProtection(tools, sys), new KernelPartitions(tools, new Cancellation()));
        DiskTraits traits = new DiskTraits(sys);
        Map<TaskAction, TaskWork> works = new EnumMap<>(TaskAction.class);
        works.put(TaskAction.CAPTURE, new Capture(disks, tools, server, Version.TEXT));
        works.put(TaskAction.DEPLOY, new Deploy(disks, tools, server));
        // The shell was left when the agent gets here.
        works.put(TaskAction.DEBUG, (order, conversation, progress, cancellation) -> {});
        works.put(TaskAction.TEST_DISK, new DiskTest(disks, tools));
        works.put(TaskAction.SURFACE_TEST, new SurfaceTest(disks));
        works.put(TaskAction.INVENTORY, new InventoryWork());
        works.put(TaskAction.PASSWORD_RESET, new PasswordReset(disks, tools, root.resolve("mnt")));
        works.put(TaskAction.WIPE_FAST, new Wipe(WipeMode.FAST, disks, tools, traits));
        works.put(TaskAction.WIPE_NORMAL, new Wipe(WipeMode.NORMAL, disks, tools, traits));
        works.put(TaskAction.WIPE_FULL, new Wipe(WipeMode.FULL, disks, tools, traits));
        return works;
    }
}
