package fr.brume.adapter.transfer;

import fr.brume.protocol.link.Pace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The buckets of nodes and tasks whose transfers have a limit. The latest grant says how fast. On the loop's thread only. */
final class Allowances {
    private final Map<String, TokenBucket> buckets = new HashMap<>();

    /** The allowance of a new connection. */
    Allowance of(Pace pace, long taskId, long now) {
        List<TokenBucket> own = new ArrayList<>();
        add("node " + pace.node(), pace.nodeBytesPerSecond(), now, own);
        add("task " + taskId, pace.taskBytesPerSecond(), now, own);
        return own.isEmpty() ? Allowance.FREE : new Allowance(own);
    }

    private void add(String subject, long bytesPerSecond, long now, List<TokenBucket> own) {
        if (bytesPerSecond > 0) {
            TokenBucket bucket = buckets.computeIfAbsent(subject, s -> new TokenBucket(now));
            bucket.rate(bytesPerSecond);
            own.add(bucket);
        }
    }

    /** Forgets the buckets that none of these uses. */
    void retain(Collection<Allowance> used) {
        buckets.values().removeIf(bucket -> used.stream().noneMatch(each -> each.uses(bucket)));
    }
}
