package fr.brume.protocol.agent;

import fr.brume.protocol.finding.Finding;
import java.util.List;

/**
 * {@code POST /agent/v1/result}, before the task ends in whatever way: what it found out so far. Replaces an earlier report.
 *
 * @param findings {@link #MOST} at most
 */
public record ResultReport(List<Finding> findings) {
    public static final int MOST = 300;
}
