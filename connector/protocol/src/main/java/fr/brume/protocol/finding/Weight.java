package fr.brume.protocol.finding;

/** What a finding means for who reads it: a mere fact, good news, something to know, something to act on. */
public enum Weight {
    FACT,
    GOOD,
    NOTE,
    BAD
}
