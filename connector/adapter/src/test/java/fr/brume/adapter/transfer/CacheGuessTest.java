package fr.brume.adapter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CacheGuessTest {
    private static final long QUICK = 300_000;
    private static final long SLOW = 9_000_000;

    private final CacheGuess guess = new CacheGuess();

    @Test
    void trustsNothingAtFirst() {
        assertThat(guess.cached()).isFalse();
    }

    @Test
    void trustsSeveralQuickPieces() {
        several(QUICK);

        assertThat(guess.cached()).isTrue();
    }

    @Test
    void trustsNoMoreAfterOneThatTheDiskKeptWaiting() {
        several(QUICK);
        guess.sent(CacheGuess.PIECE, SLOW);

        assertThat(guess.cached()).isFalse();
    }

    @Test
    void givesLongPiecesTheirTime() {
        for (int i = 0; i < 4; i++) {
            guess.sent(64 * CacheGuess.PIECE, SLOW);
        }

        assertThat(guess.cached()).isTrue();
    }

    @Test
    void learnsNothingFromASocketThatIsFull() {
        for (int i = 0; i < 4; i++) {
            guess.sent(0, QUICK);
        }

        assertThat(guess.cached()).isFalse();
    }

    @Test
    void theFirstPieceOfEachStretchIsThePools() {
        several(QUICK);
        guess.begin();
        assertThat(guess.cached()).isFalse();

        guess.sent(CacheGuess.PIECE, QUICK);
        assertThat(guess.cached()).isTrue();
    }

    @Test
    void oneQuickPieceDoesNotMakeUpForASlowOneBefore() {
        several(QUICK);
        guess.sent(CacheGuess.PIECE, SLOW);
        guess.begin();
        guess.sent(CacheGuess.PIECE, QUICK);

        assertThat(guess.cached()).isFalse();
    }

    private void several(long nanos) {
        for (int i = 0; i < 4; i++) {
            guess.sent(CacheGuess.PIECE, nanos);
        }
    }
}
