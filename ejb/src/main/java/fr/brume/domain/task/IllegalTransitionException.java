package fr.brume.domain.task;

/** A task was asked to go where its state does not lead; it stayed as it was. */
public class IllegalTransitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IllegalTransitionException(Long taskId, TaskState from, TaskState to) {
        super("task " + taskId + " is " + from + " and cannot become " + to);
    }
}
