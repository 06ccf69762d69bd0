package fr.brume.adapter.transfer;

/** The way of one connection's work to the pool. */
@FunctionalInterface
interface Offload {
    /**
     * Runs what takes a while on the pool, then something on the loop, where the connection then goes on.
     *
     * @return false when too many wait already
     */
    boolean run(Runnable slow, Runnable afterwards);
}
