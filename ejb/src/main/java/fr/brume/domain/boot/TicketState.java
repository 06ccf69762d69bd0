package fr.brume.domain.boot;

/** Where a ticket stands. The last two are final but for one step: a redeemed ticket that somebody uses again becomes void. */
public enum TicketState {
    /** Nobody has fetched it. */
    ISSUED,
    /** A loader has it; the environment is on its way. */
    FETCHED,
    /** The agent exchanged it for a session. */
    REDEEMED,
    /** Of no use to anybody. */
    VOID
}
