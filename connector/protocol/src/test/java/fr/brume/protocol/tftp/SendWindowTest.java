package fr.brume.protocol.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendWindowTest {
    @Test
    void lockstepNeverAnswersARepeatedAcknowledgement() {
        SendWindow window = new SendWindow(10, 1, false);
        assertThat(sendAll(window)).isEqualTo(1);
        window.acknowledge(1);
        assertThat(sendAll(window)).isEqualTo(1);

        assertThat(window.acknowledge(1)).isEqualTo(SendWindow.Step.NONE);
        assertThat(window.acknowledge(0)).isEqualTo(SendWindow.Step.NONE);
        assertThat(window.maySend()).isFalse();
    }

    @Test
    void aGapMakesItGoOnBehindTheLastGoodBlock() {
        SendWindow window = new SendWindow(100, 16, false);
        sendAll(window);

        assertThat(window.acknowledge(5)).isEqualTo(SendWindow.Step.BACK);
        assertThat(window.next()).isEqualTo(6);
        assertThat(sendAll(window)).isEqualTo(16);
        assertThat(window.acknowledge(21)).isEqualTo(SendWindow.Step.FORWARD);
    }

    @Test
    void aLostFirstBlockIsSentAgainOnceHoweverOftenTheClientComplains() {
        SendWindow window = new SendWindow(100, 16, false);
        sendAll(window);
        window.acknowledge(16);
        sendAll(window);

        assertThat(window.acknowledge(16)).isEqualTo(SendWindow.Step.BACK);
        assertThat(window.next()).isEqualTo(17);
        sendAll(window);
        for (int i = 0; i < 15; i++) {
            assertThat(window.acknowledge(16)).isEqualTo(SendWindow.Step.NONE);
        }
        assertThat(window.maySend()).isFalse();
    }

    @Test
    void aDoubledWindowDoesNotDoubleTheNextOne() {
        SendWindow window = new SendWindow(100, 4, false);
        sendAll(window);
        window.acknowledge(4);
        sendAll(window);
        window.acknowledge(4);
        sendAll(window);

        window.acknowledge(8);
        assertThat(sendAll(window)).isEqualTo(4);
        assertThat(window.acknowledge(8)).isEqualTo(SendWindow.Step.NONE);
    }

    @Test
    void blockNumbersRollOverToZero() {
        SendWindow window = new SendWindow(200_000, 1, false);
        for (long block = 1; block <= 200_000; block++) {
            assertThat(window.next()).isEqualTo(block);
            window.sent();
            assertThat(window.acknowledge((int) (block & 0xffff))).isEqualTo(SendWindow.Step.FORWARD);
        }
        assertThat(window.complete()).isTrue();
    }

    @Test
    void anAcknowledgementOfWhatWasNeverSentIsIgnored() {
        SendWindow window = new SendWindow(10, 4, false);
        window.sent();

        assertThat(window.acknowledge(2)).isEqualTo(SendWindow.Step.NONE);
        assertThat(window.acknowledge(65535)).isEqualTo(SendWindow.Step.NONE);
        assertThat(window.acknowledged()).isZero();
    }

    @Test
    void aLateAnswerToTheFirstSendingCountsAfterARetransmission() {
        SendWindow window = new SendWindow(100, 16, false);
        sendAll(window);
        window.back();
        window.sent();

        assertThat(window.acknowledge(16)).isEqualTo(SendWindow.Step.FORWARD);
        assertThat(window.next()).isEqualTo(17);
    }

    @Test
    void optionsGoAloneAndFirst() {
        SendWindow window = new SendWindow(10, 4, true);

        assertThat(window.next()).isZero();
        assertThat(sendAll(window)).isEqualTo(1);
        window.acknowledge(0);
        assertThat(sendAll(window)).isEqualTo(4);
    }

    private static int sendAll(SendWindow window) {
        int count = 0;
        while (window.maySend()) {
            window.sent();
            count++;
        }
        return count;
    }
}
