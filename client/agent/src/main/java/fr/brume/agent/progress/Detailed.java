package fr.brume.agent.progress;

/** A failure that has more to say to the task's log than its text: the last lines of a tool. */
public interface Detailed {
    /** 4000 characters at most. */
    String detail();
}
