package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.steps.ScriptRun;
import fr.brume.agent.steps.StepSupply;
import fr.brume.agent.steps.SystemSteps;
import fr.brume.protocol.agent.StepScript.ScriptMoment;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps around a deploy: scripts before its first write, and what changes the system once the disk is complete. */
final class StepsAround {
    private final Tools tools;
    private final TaskProgress progress;
    private final StepSupply supply;

    StepsAround(Tools tools, TaskProgress progress, StepSupply supply) {
        this.tools = tools;
        this.progress = progress;
        this.supply = supply;
    }

    /** Nothing is written yet; a script that fails stops the deploy. */
    void before(TaskOrder order, Disk disk) throws FailureException {
        scripts().run(order.steps().scripts(), ScriptMoment.BEFORE_DEPLOY, facts(order, disk));
    }

    /** The disk is complete and starts: a step that fails now fails the task and leaves the disk as it is. */
    void run(TaskOrder order, Disk disk, List<PartitionManifest> partitions) throws FailureException {
        new SystemSteps(tools, progress, supply).run(order.steps(), disk, partitions);
        Map<String, String> facts = facts(order, disk);
        for (PartitionManifest partition : partitions) {
            if (!partition.file().isEmpty()) {
                String device = disk.partition(partition.number(), partition.start(), partition.bytes());
                facts.put("BRUME_PARTITION_" + partition.number(), device);
            }
        }
        scripts().run(order.steps().scripts(), ScriptMoment.AFTER_DEPLOY, facts);
    }

    private ScriptRun scripts() {
        return new ScriptRun(tools, progress);
    }

    /** What a script finds in its environment. */
    private static Map<String, String> facts(TaskOrder order, Disk disk) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("BRUME_TASK", Long.toString(order.taskId()));
        facts.put("BRUME_IMAGE", order.imageName());
        facts.put("BRUME_HOST", order.steps().hostName());
        facts.put("BRUME_DISK", disk.device());
        return facts;
    }
}
