package fr.brume.service.boot.plan;

import fr.brume.boot.plan.MachineState;
import fr.brume.domain.machine.Host;
import fr.brume.domain.task.Task;
import java.util.Optional;

/**
 * What the site knows of a machine that asks for its plan.
 *
 * @param host that it is registered as
 * @param task that it begins now
 * @param refused task that waits for it and cannot begin under this loader
 * @param state that the plan follows from
 */
record KnownMachine(Optional<Host> host, Optional<Task> task, Optional<Task> refused, MachineState state) {}
