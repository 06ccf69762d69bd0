package fr.brume.protocol.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OrderSealTest {
    private static final byte[] SECRET = "mot de passe é".getBytes(StandardCharsets.UTF_8);
    private final OrderSeal seal = new OrderSeal(new byte[32]);

    @Test
    void theSessionReadsWhatNobodyElseDoes() throws FailureException {
        String sealed = seal.seal(SECRET);
        assertThat(new OrderSeal(new byte[32]).open(sealed)).isEqualTo(SECRET);
        assertThat(seal.seal(SECRET)).isNotEqualTo(sealed);
        byte[] other = new byte[32];
        other[31] = 1;
        refused(new OrderSeal(other), sealed);
    }

    @Test
    void whatWasChangedIsNotRead() {
        String sealed = seal.seal(SECRET);
        refused(seal, (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1));
        refused(seal, "AAAA");
        refused(seal, "no base 64");
    }

    @Test
    void anAccountIsWrittenInThreeWays() {
        assertThat(named("join")).isEqualTo("lycee.example join");
        assertThat(named("LYCEE\\join")).isEqualTo("LYCEE join");
        assertThat(named("join@autre.example")).isEqualTo("autre.example join");
    }

    private static String named(String account) {
        DomainOrder order = new DomainOrder("lycee.example", "", account, "");
        assertThat(order.toString()).doesNotContain("join");
        return order.accountDomain() + " " + order.accountName();
    }

    private static void refused(OrderSeal seal, String sealed) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> seal.open(sealed))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.CORRUPT_DATA));
    }
}
