package fr.brume.agent.examination;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.ScriptedTools;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final String ATA = """
            === START OF READ SMART DATA SECTION ===
            SMART overall-health self-assessment test result: PASSED

            ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE
              5 Reallocated_Sector_Ct   0x0033   100   100   010    Pre-fail  Always       -       12
            197 Current_Pending_Sector  0x0032   100   100   000    Old_age   Always       -       0
            194 Temperature_Celsius     0x0022   036   045   000    Old_age   Always       -       36 (Min/Max 20/45)
            """;
    private static final String NVME = """
            SMART overall-health self-assessment test result: FAILED!
            - available spare has fallen below threshold
            Percentage Used:                    103%
            Media and Data Integrity Errors:    1,204
            """;

    @Test
    void aGoodVerdictComesWithTheCountersThatMatter() throws Exception {
        assertThat(health(ATA))
                .containsExactly(
                        Finding.of("/dev/sda", FindingKind.HEALTH_GOOD),
                        Finding.of("/dev/sda", FindingKind.HEALTH_COUNTER, "Reallocated_Sector_Ct", 12));
    }

    @Test
    void aWornNvmeDiskIsBad() throws Exception {
        assertThat(health(NVME))
                .containsExactly(
                        Finding.of("/dev/sda", FindingKind.HEALTH_BAD, "FAILED!"),
                        Finding.of("/dev/sda", FindingKind.HEALTH_COUNTER, "Percentage Used", 103),
                        Finding.of("/dev/sda", FindingKind.HEALTH_COUNTER, "Media and Data Integrity Errors", 1204));
    }

    @Test
    void aDiskThatSaysNothingIsNotCalledGood() throws Exception {
        assertThat(health("SMART support is: Unavailable - device lacks SMART capability.\n"))
                .containsExactly(Finding.of("/dev/sda", FindingKind.NO_HEALTH));
    }

    private static List<Finding> health(String said) throws Exception {
        return new Health(new ScriptedTools().says("smartctl", 0, said, "")).of("/dev/sda");
    }
}
