package fr.brume.adapter.transfer;

import java.util.List;

/** What one connection may move: the least that its buckets allow. On the loop's thread only. */
final class Allowance {
    /** As much as there is. */
    static final Allowance FREE = new Allowance(List.of());

    private final List<TokenBucket> buckets;

    Allowance(List<TokenBucket> buckets) {
        this.buckets = List.copyOf(buckets);
    }

    /** Bytes that may go at this moment, in nanoseconds of the buckets' clock; 0 or less for none. */
    long available(long now) {
        return buckets.stream().mapToLong(bucket -> bucket.available(now)).min().orElse(Long.MAX_VALUE);
    }

    /** Bytes that go, or with a negative number did not go after all. */
    void take(long bytes) {
        buckets.forEach(bucket -> bucket.take(bytes));
    }

    /** Whether this is one of its buckets. */
    boolean uses(TokenBucket bucket) {
        return buckets.contains(bucket);
    }
}
