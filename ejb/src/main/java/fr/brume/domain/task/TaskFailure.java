package fr.brume.domain.task;

import fr.brume.domain.ArgumentLines;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Locale;

/** Why a task failed. Arguments and detail may come from a machine: they are cut to their columns. */
@Embeddable
public class TaskFailure {
    private static final int LONGEST_DETAIL = 4000;

    @Column(name = "FAILURE_CODE")
    private int code;

    /** One argument per line. */
    @Column(name = "FAILURE_ARGUMENTS")
    private String arguments = "";

    @Column(name = "FAILURE_DETAIL")
    private String detail = "";

    protected TaskFailure() {}

    TaskFailure(Failure cause, List<String> arguments, String detail) {
        code = cause.code();
        this.arguments = ArgumentLines.join(arguments);
        String text = detail == null ? "" : detail;
        this.detail = text.substring(Math.max(0, text.length() - LONGEST_DETAIL));
    }

    static TaskFailure none() {
        return new TaskFailure();
    }

    public boolean isNone() {
        return code == 0;
    }

    /** Number of the {@link Failure}; 0 for none. */
    public int getCode() {
        return code;
    }

    public List<String> getArguments() {
        return ArgumentLines.split(arguments);
    }

    /** Last lines of the tool that failed; empty for none. */
    public String getDetail() {
        return detail;
    }

    /** The cause in a person's language; empty for none. */
    public String text(Locale locale) {
        return isNone() ? "" : FailureText.of(Failure.of(code).orElse(Failure.INTERNAL), getArguments(), locale);
    }
}
