package fr.brume.agent.progress;

/** Whether the server answers, and how often it was asked in vain. Safe for threads; a snapshot each. */
public final class ConnectionState {
    private volatile int attempts;

    public void connected() {
        attempts = 0;
    }

    /** One more request had no answer. */
    public void lost(int attempt) {
        attempts = attempt;
    }

    /** Requests in vain since the last answer; 0 when the server answers. */
    public int attempts() {
        return attempts;
    }
}
