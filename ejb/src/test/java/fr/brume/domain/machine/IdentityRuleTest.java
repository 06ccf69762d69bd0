package fr.brume.domain.machine;

import static fr.brume.domain.machine.MacStanding.OWN;
import static fr.brume.domain.machine.MacStanding.PENDING;
import static fr.brume.domain.machine.MacStanding.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.MacAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole rule: what a machine shows, for which host it is taken, and whether a task may start. */
class IdentityRuleTest {
    private static final String X = "4c4c4544-0042-1110-8051-b4c04f564431";
    private static final String Y = "4c4c4544-0042-1110-8051-b4c04f564432";
    private static final String NEW_ONE = "4c4c4544-0042-1110-8051-b4c04f564439";
    private static final String SERIES = "4c4c4544-0042-1110-8051-b4c04f564440";

    /**
     * A has address a, a dock, a waiting address and UUID x; B has b and y; C was made by hand, without a UUID; D and E are of a
     * series whose machines have one UUID.
     */
    private static final List<KnownIdentity> SITE = List.of(
            host(1, "A", X, Map.of(mac("a"), OWN, mac("dock"), SHARED, mac("waits"), PENDING)),
            host(2, "B", Y, Map.of(mac("b"), OWN)),
            host(3, "C", "", Map.of(mac("c"), OWN)),
            host(4, "D", SERIES, Map.of(mac("d"), OWN)),
            host(5, "E", SERIES, Map.of(mac("e"), OWN)),
            host(6, "F", "ffffffff-ffff-ffff-ffff-ffffffffffff", Map.of(mac("f"), OWN)));

    @ParameterizedTest(name = "{0} {1} -> {2} {3}")
    @CsvSource({
        // address, UUID, ground, host, whose address it is, may it have a task
        "a,     x,      AGREED,           A, -, yes",
        "a,     none,   UUID_HIDDEN,      A, -, no",
        "a,     junk,   UUID_HIDDEN,      A, -, no",
        "a,     y,      ADDRESS_OF_OTHER, B, A, no",
        "a,     new,    ADDRESS_MOVED,    -, A, no",
        "a,     series, ADDRESS_MOVED,    -, A, no",
        "c,     none,   ADDRESS_ONLY,     C, -, yes",
        "c,     new,    ADDRESS_ONLY,     C, -, yes",
        "c,     junk,   ADDRESS_ONLY,     C, -, yes",
        "c,     y,      ADDRESS_OF_OTHER, B, C, no",
        "c,     series, ADDRESS_MOVED,    -, C, no",
        "d,     series, ADDRESS_ONLY,     D, -, yes",
        "d,     none,   ADDRESS_ONLY,     D, -, yes",
        "d,     new,    ADDRESS_MOVED,    -, D, no",
        "d,     x,      ADDRESS_OF_OTHER, A, D, no",
        "f,     junk,   ADDRESS_ONLY,     F, -, yes",
        "f,     new,    ADDRESS_ONLY,     F, -, yes",
        "dock,  x,      SHARED_ADDRESS,   A, -, no",
        "dock,  y,      SHARED_ADDRESS,   B, -, no",
        "dock,  series, TWIN_UUID,        -, -, no",
        "dock,  new,    NEW,              -, -, no",
        "dock,  none,   NEW,              -, -, no",
        "waits, x,      PENDING_ADDRESS,  A, -, no",
        "waits, y,      NEW_ADDRESS,      B, -, no",
        "waits, new,    NEW,              -, -, no",
        "waits, none,   NEW,              -, -, no",
        "new,   x,      NEW_ADDRESS,      A, -, no",
        "new,   series, TWIN_UUID,        -, -, no",
        "new,   junk,   NEW,              -, -, no",
        "new,   none,   NEW,              -, -, no",
        "new,   new,    NEW,              -, -, no"
    })
    void loaderShows(String address, String uuid, IdentityGround ground, String host, String other, String task) {
        Identity identity = IdentityRule.of(ShownIdentity.of(mac(address), uuid(uuid)), SITE);
        assertThat(identity.ground()).isEqualTo(ground);
        assertThat(identity.host().map(KnownIdentity::name).orElse("-")).isEqualTo(host);
        assertThat(identity.other().map(KnownIdentity::name).orElse("-")).isEqualTo(other);
        assertThat(ground.isCertain()).isEqualTo(task.equals("yes"));
    }

    @ParameterizedTest(name = "also {0}, {1} -> {2} {3}")
    @CsvSource({
        "c,   none, OTHER_ADDRESS, C",
        "c,   new,  OTHER_ADDRESS, C",
        "c f, none, NEW,           -",
        "a,   none, NEW,           -",
        "a,   new,  NEW,           -",
        "a,   x,    NEW_ADDRESS,   A",
        "b,   x,    NEW_ADDRESS,   A",
        "dock, none, NEW,          -"
    })
    void anAgentNamesFurtherAddresses(String others, String uuid, IdentityGround ground, String host) {
        List<MacAddress> further =
                Arrays.stream(others.split(" ")).map(IdentityRuleTest::mac).toList();
        Identity identity = IdentityRule.of(new ShownIdentity(mac("new"), further, uuid(uuid)), SITE);
        assertThat(identity.ground()).isEqualTo(ground);
        assertThat(identity.host().map(KnownIdentity::name).orElse("-")).isEqualTo(host);
        assertThat(ground.isCertain()).isFalse();
    }

    @Test
    void theSwappedSpellingIsTheSameUuid() {
        String swapped = MachineUuid.parse(X).orElseThrow().swapped().text();
        assertThat(IdentityRule.of(ShownIdentity.of(mac("a"), swapped.toUpperCase()), SITE)
                        .ground())
                .isEqualTo(IdentityGround.AGREED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
                "03000200-0400-0500-0006-000700080009",
                "00020003-0004-0005-0006-000700080009",
                "4C4C4544-0000-2010-8020-80C04F202020",
                "58585858-5858-5858-5858-585858585858",
                "Not Settable",
                ""
            })
    void whatMakersLeaveBlankTellsNothing(String uuid) {
        List<KnownIdentity> site = List.of(host(1, "A", uuid, Map.of(mac("a"), OWN)));
        assertThat(IdentityRule.of(ShownIdentity.of(mac("new"), uuid), site).ground())
                .isEqualTo(IdentityGround.NEW);
        assertThat(IdentityRule.of(ShownIdentity.of(mac("a"), uuid), site).ground())
                .isEqualTo(IdentityGround.ADDRESS_ONLY);
    }

    @Test
    void noTaskWithoutTheHostsOwnAddress() {
        for (String uuid : List.of("x", "y", "series", "new", "junk", "none")) {
            for (String address : List.of("dock", "waits", "new")) {
                Identity identity = IdentityRule.of(ShownIdentity.of(mac(address), uuid(uuid)), SITE);
                assertThat(identity.ground().isCertain())
                        .as(address + " " + uuid)
                        .isFalse();
            }
        }
    }

    private static String uuid(String name) {
        return switch (name) {
            case "x" -> X;
            case "y" -> Y;
            case "new" -> NEW_ONE;
            case "series" -> SERIES;
            case "junk" -> "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF";
            default -> "";
        };
    }

    private static MacAddress mac(String name) {
        int number = Stream.of("a", "b", "c", "d", "e", "f", "dock", "waits", "new")
                .toList()
                .indexOf(name);
        return new MacAddress(String.format("08:00:27:00:00:%02x", number));
    }

    private static KnownIdentity host(long id, String name, String uuid, Map<MacAddress, MacStanding> macs) {
        return new KnownIdentity(id, name, macs, uuid);
    }
}
