package fr.brume.adapter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.transfer.Step;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheGuessTest {
    private static final long QUICK = 300_000;
    private static final long SLOW = 9_000_000;

    private static final int LENGTH = 1 << 20;

    @TempDir
    private Path folder;

    private FileChannel file;
    private final CacheGuess guess = new CacheGuess();

    @BeforeEach
    void open() throws Exception {
        file = FileChannel.open(folder.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @AfterEach
    void close() throws Exception {
        file.close();
    }

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
    void theFirstPieceOfAStretchElsewhereIsThePools() throws Exception {
        several(QUICK);
        guess.begin(stretch(file, 0));
        assertThat(guess.cached()).isFalse();

        guess.sent(CacheGuess.PIECE, QUICK);
        assertThat(guess.cached()).isTrue();
    }

    @Test
    void aStretchThatFollowsInTheFileGoesOn() throws Exception {
        guess.begin(stretch(file, 8192));
        several(QUICK);

        guess.begin(stretch(file, 8192 + LENGTH + 4095));
        assertThat(guess.cached()).isTrue();

        guess.begin(stretch(file, 8192));
        assertThat(guess.cached()).as("backwards").isFalse();
    }

    @Test
    void anotherFileOrAGapIsElsewhere() throws Exception {
        guess.begin(stretch(file, 0));
        several(QUICK);
        guess.begin(stretch(file, LENGTH + 4096));
        assertThat(guess.cached()).isFalse();

        several(QUICK);
        try (FileChannel other = FileChannel.open(folder.resolve("file"))) {
            guess.begin(stretch(other, 2 * LENGTH + 4096));
        }
        assertThat(guess.cached()).isFalse();
    }

    @Test
    void oneQuickPieceDoesNotMakeUpForASlowOneBefore() throws Exception {
        several(QUICK);
        guess.sent(CacheGuess.PIECE, SLOW);
        guess.begin(stretch(file, 0));
        guess.sent(CacheGuess.PIECE, QUICK);

        assertThat(guess.cached()).isFalse();
    }

    private static Step.SendFile stretch(FileChannel file, long offset) {
        return new Step.SendFile(file, offset, LENGTH);
    }

    private void several(long nanos) {
        for (int i = 0; i < 4; i++) {
            guess.sent(CacheGuess.PIECE, nanos);
        }
    }
}
