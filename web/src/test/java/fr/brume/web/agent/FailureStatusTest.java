package fr.brume.web.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureStatusTest {
    @ParameterizedTest
    @EnumSource(Failure.class)
    void isAlwaysARefusal(Failure failure) {
        assertThat(FailureStatus.of(failure)).isBetween(400, 599);
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORISED, 401", "TICKET_REUSED, 403", "SERVER_DISK_FULL, 507", "BUSY, 503", "NTFS_DIRTY, 409"})
    void saysWhatClientsOfHttpKnow(Failure failure, int status) {
        assertThat(FailureStatus.of(failure)).isEqualTo(status);
    }
}
