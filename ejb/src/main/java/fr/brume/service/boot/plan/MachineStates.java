package fr.brume.service.boot.plan;

import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.Loader;
import fr.brume.boot.plan.MachineState;
import fr.brume.boot.plan.MachineState.Waiting;
import fr.brume.boot.plan.MenuHeader;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskType;
import fr.brume.service.boot.site.SiteExit;
import fr.brume.service.machine.IdentityService.Identified;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** From whom a machine was taken for to the state that its plan follows from. Changes nothing. */
@Dependent
public class MachineStates {
    @EJB
    TaskService tasks;

    @EJB
    SettingService settings;

    @Inject
    SiteExit exits;

    /** The machine that was taken for this one, with what waits for it. */
    KnownMachine of(Identified found, BootRequest request) {
        Optional<Task> waiting =
                found.host().filter(host -> found.mayHaveTask()).flatMap(host -> tasks.waitingFor(host.getId()));
        Optional<Task> task = waiting.filter(due -> mayStart(due, request));
        MachineState state = new MachineState(
                header(found),
                settings.is(SettingKey.BOOT_REGISTRATION),
                waiting(task),
                exits.of(found.host(), request.platform()),
                kernelArguments(found.host()));
        return new KnownMachine(found.host(), task, task.isEmpty() ? waiting : Optional.empty(), state);
    }

    private static MenuHeader header(Identified found) {
        if (found.host().isEmpty()) {
            return found.identity().ground().isDoubtful() ? new MenuHeader.Doubtful() : new MenuHeader.Unknown();
        }
        Host host = found.host().get();
        return host.isPending() ? new MenuHeader.Pending() : new MenuHeader.Registered(host.getName());
    }

    /** Those of the host behind the site's keyboard; the environment takes a French one when it is told nothing. */
    private String kernelArguments(Optional<Host> host) {
        String keymap = settings.get(SettingKey.CLIENT_KEYMAP);
        String keyboard = keymap.equals(SettingKey.CLIENT_KEYMAP.usual()) ? "" : "brume.keymap=" + keymap + " ";
        return (keyboard + host.map(Host::getKernelArguments).orElse("")).strip();
    }

    private static Waiting waiting(Optional<Task> task) {
        return task.map(due -> due.getType() == TaskType.MEMTEST ? Waiting.MEMTEST : Waiting.ENVIRONMENT)
                .orElse(Waiting.NOTHING);
    }

    /** Memtest86+ is not signed: where only signed programs start, the menu comes instead, with the reason. */
    private static boolean mayStart(Task task, BootRequest request) {
        return task.getType() != TaskType.MEMTEST || request.loader() != Loader.GRUB_LOCKED;
    }
}
