package fr.brume.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.capture.LevelChoice.Sign;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import org.junit.jupiter.api.Test;

class LevelChoiceTest {
    private static final int UNDER_WAY = 4;

    private final LevelChoice choice = new LevelChoice(5, true, UNDER_WAY);

    @Test
    void tellsWhatHoldsACaptureUp() {
        assertThat(LevelChoice.sign(false, 2, 3, 4)).isEqualTo(Sign.PROCESSOR);
        assertThat(LevelChoice.sign(false, 0, 2, 4)).as("half of them read").isEqualTo(Sign.NONE);
        assertThat(LevelChoice.sign(false, 0, 0, 4)).as("the disk").isEqualTo(Sign.NONE);
        assertThat(LevelChoice.sign(true, 5, 1, 4)).isEqualTo(Sign.NETWORK);
        assertThat(LevelChoice.sign(true, 1, 0, 4)).as("the disk").isEqualTo(Sign.NONE);
        assertThat(LevelChoice.sign(true, 3, 3, 4)).isEqualTo(Sign.NONE);
    }

    @Test
    void takesAsManyProcessorsForBusyAsThereAre() {
        assertThat(LevelChoice.sign(false, 0, 1, 1)).as("memory for one").isEqualTo(Sign.PROCESSOR);
        assertThat(LevelChoice.sign(false, 0, 1, 3)).isEqualTo(Sign.NONE);
        assertThat(LevelChoice.sign(false, 0, 2, 3)).isEqualTo(Sign.PROCESSOR);
        assertThat(LevelChoice.sign(false, 0, 7, 10)).isEqualTo(Sign.NONE);
        assertThat(LevelChoice.sign(false, 0, 8, 10)).isEqualTo(Sign.PROCESSOR);
    }

    @Test
    void goesDownByOneStepAtATime() {
        assertThat(after(LevelChoice.DOWN - 1, Sign.PROCESSOR)).isEqualTo(5);
        assertThat(after(1, Sign.PROCESSOR)).isEqualTo(4);
        assertThat(after(UNDER_WAY + LevelChoice.DOWN - 1, Sign.PROCESSOR))
                .as("those under way count for nothing")
                .isEqualTo(4);
        assertThat(after(1, Sign.PROCESSOR)).isEqualTo(3);
        assertThat(after(1000, Sign.PROCESSOR)).isEqualTo(1);
    }

    @Test
    void goesBackUpToTheLevelOfTheImage() {
        after(1000, Sign.PROCESSOR);
        assertThat(after(UNDER_WAY + LevelChoice.UP, Sign.NETWORK)).isEqualTo(2);
        assertThat(after(1000, Sign.NETWORK)).isEqualTo(5);
    }

    @Test
    void signsInTurnChangeNothing() {
        for (int i = 0; i < 100; i++) {
            after(LevelChoice.DOWN - 1, Sign.PROCESSOR);
            assertThat(after(1, Sign.NETWORK)).isEqualTo(5);
        }
    }

    @Test
    void aDiskThatIsSlowerThanBothChangesNothing() {
        assertThat(after(1000, Sign.NONE)).isEqualTo(5);
    }

    @Test
    void whereNothingIsCompressedTheLevelHasNoPart() {
        choice.next();
        for (int i = 0; i < 100; i++) {
            choice.met(Sign.PROCESSOR);
        }
        assertThat(choice.next()).isEqualTo(5);
    }

    @Test
    void keepsToTheLevelWhereTheSiteSaysSo() {
        LevelChoice fixed = new LevelChoice(9, false, UNDER_WAY);
        for (int i = 0; i < 100; i++) {
            fixed.next();
            fixed.met(Sign.PROCESSOR);
        }
        assertThat(fixed.finding("win10")).contains(Finding.of("win10", FindingKind.COMPRESSED, 9));
    }

    @Test
    void saysWhatWasUsed() {
        assertThat(choice.finding("win10")).isEmpty();
        after(LevelChoice.DOWN, Sign.PROCESSOR);
        after(UNDER_WAY, Sign.PROCESSOR);
        assertThat(choice.finding("win10"))
                .contains(Finding.of(
                        "win10", FindingKind.COMPRESSED_LESS, 5, 4, 2 + UNDER_WAY, LevelChoice.DOWN + UNDER_WAY + 2));
    }

    /** The level of the region after so many with this sign. */
    private int after(int regions, Sign sign) {
        for (int i = 0; i < regions; i++) {
            choice.next();
            choice.met(sign);
        }
        return choice.next();
    }
}
