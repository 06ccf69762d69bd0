package fr.brume.domain.task;

import fr.brume.domain.ArgumentLines;
import fr.brume.domain.IdSource;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.protocol.finding.FindingText;
import fr.brume.protocol.finding.Weight;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.Locale;

/** One line of the result of a task. Never changes. What came from a machine is cut to its columns. */
@Entity
@Table(name = "TASK_FINDING")
public class TaskFinding {
    private static final int LONGEST_SUBJECT = 64;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "TASK_FINDING")
    @TableGenerator(
            name = "TASK_FINDING",
            table = IdSource.TABLE,
            pkColumnValue = "TASK_FINDING",
            allocationSize = IdSource.STEP)
    private Long id;

    @Column(name = "TASK_ID")
    private long taskId;

    @Column(name = "POSITION")
    private int position;

    @Column(name = "SUBJECT")
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private FindingKind kind;

    @Column(name = "ARGUMENTS")
    private String arguments;

    protected TaskFinding() {}

    /** @param finding of a known kind */
    public TaskFinding(long taskId, int position, Finding finding) {
        this.taskId = taskId;
        this.position = position;
        subject = ArgumentLines.line(finding.subject(), LONGEST_SUBJECT);
        kind = finding.kind();
        arguments = ArgumentLines.join(finding.arguments());
    }

    /** What it is about: a device, a partition, a part of the machine. */
    public String getSubject() {
        return subject;
    }

    public Weight getWeight() {
        return kind.weight();
    }

    /** The finding in a person's language. */
    public String text(Locale locale) {
        return FindingText.of(kind, ArgumentLines.split(arguments), locale);
    }
}
