package fr.brume.agent.task;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;

/** The hardware inventory as a task of its own. The report itself was sent before the task began; this says what was in it. */
public final class InventoryWork implements TaskWork {
    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation) {
        InventoryReport found = conversation.inventory();
        String system = dmi(found, "sys_vendor") + " " + dmi(found, "product_name");
        progress.found(Finding.of(found.firmware(), FindingKind.SYSTEM, system.strip(), dmi(found, "product_serial")));
        progress.found(Finding.of("CPU", FindingKind.PROCESSOR, found.cores(), found.cpu()));
        progress.found(Finding.of("RAM", FindingKind.MEMORY, found.memoryBytes()));
        found.interfaces()
                .forEach(i -> progress.found(Finding.of(i.name(), FindingKind.NETWORK_INTERFACE, i.mac(), i.driver())));
        found.disks()
                .forEach(d ->
                        progress.found(Finding.of(d.device(), FindingKind.DISK, d.model(), d.serial(), d.bytes())));
    }

    private static String dmi(InventoryReport found, String name) {
        return found.dmi().getOrDefault(name, "").strip().replaceAll("(?i)^to be filled.*", "");
    }
}
