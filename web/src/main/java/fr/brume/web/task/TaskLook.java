package fr.brume.web.task;

import fr.brume.domain.task.TaskType;
import fr.brume.protocol.finding.Weight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Icons and colours of tasks and of what they find. Safe for threads. */
@Named("taskLook")
@ApplicationScoped
public class TaskLook {
    /** The classes of the icon of a type. */
    public String icon(TaskType type) {
        return switch (type) {
            case DEPLOY -> "pi-download br-deploy";
            case CAPTURE -> "pi-upload br-capture";
            case DEBUG -> "pi-code";
            case MEMTEST -> "pi-microchip";
            case TEST_DISK -> "pi-heart";
            case SURFACE_TEST -> "pi-search";
            case INVENTORY -> "pi-list";
            case PASSWORD_RESET -> "pi-key";
            case WAKE_UP -> "pi-bolt";
            case WIPE_FAST, WIPE_NORMAL, WIPE_FULL -> "pi-eraser br-capture";
        };
    }

    /** The severity of the tag of a finding; empty for one that needs none. */
    public String severity(Weight weight) {
        return switch (weight) {
            case FACT -> "";
            case GOOD -> "success";
            case NOTE -> "warning";
            case BAD -> "danger";
        };
    }
}
