package fr.brume.service.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.machine.GroupDraft;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.machine.HostGroup;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    /** Something that beans do. */
    private interface Call<T> {
        T run(TestBeans beans) throws InvalidInputException;
    }

    @Test
    void countsTheHostsOfEachGroupInTheStatementThatListsThem() {
        for (int number = 1; number <= 12; number++) {
            add(group("salle-" + (char) ('a' + number)), hosts(number, number % 4));
        }
        database.run(em -> em.createNativeQuery("SET QUERY_STATISTICS TRUE").executeUpdate());
        var page = call(beans ->
                beans.get(GroupService.class).list(new GroupQuery("SALLE", GroupQuery.Sort.MEMBERS, true, 0, 5)));
        assertThat(page.total()).isEqualTo(12);
        assertThat(page.rows())
                .extracting(GroupRow::members)
                .startsWith(3L, 3L, 3L, 2L)
                .hasSize(5);
        assertThat(statements()).as("one for the rows, one for the total").isEqualTo(2);
    }

    @Test
    void refusesNamesThatAreTakenMissingOrTooLong() {
        group("Salle B12");
        assertThat(refused(beans -> beans.get(GroupService.class).create(new GroupDraft("salle b12", ""))))
                .containsExactly(Refusal.of("name", "refusal.group.nameTaken", "salle b12"));
        assertThat(refused(beans -> beans.get(GroupService.class).create(new GroupDraft(" ", "x".repeat(256)))))
                .extracting(Refusal::field)
                .containsExactly("name", "description");
        assertThat(refused(beans -> beans.get(GroupService.class).create(new GroupDraft("x".repeat(256), ""))))
                .containsExactly(Refusal.of("name", "refusal.tooLong", "255"));
        assertThat(refused(beans -> beans.get(GroupService.class).add(987L, List.of(1L))))
                .containsExactly(Refusal.of("groupId", "refusal.group.gone"));
    }

    @Test
    void aGroupIsRenamedToItselfInAnotherCase() {
        long id = group("cdi");
        call(beans -> beans.get(GroupService.class).update(id, new GroupDraft("CDI", "Centre de documentation")));
        HostGroup group = call(beans -> beans.get(GroupService.class).find(id)).orElseThrow();
        assertThat(group.getName()).isEqualTo("CDI");
        assertThat(group.getDescription()).isEqualTo("Centre de documentation");
        assertThat(group.getCreatedBy()).isEqualTo("brume");
    }

    @Test
    void hostsComeOnceAndGoAndAreWrittenDown() {
        long id = group("cdi");
        List<Long> three = hosts(1, 3);
        assertThat(add(id, three.subList(0, 2))).isEqualTo(2);
        assertThat(add(id, List.of(three.get(1), three.get(2), three.get(2), 987_654L)))
                .isEqualTo(1);
        assertThat(names(new HostQuery.Group(id, true))).containsExactly("pc-1-0", "pc-1-1", "pc-1-2");
        int gone = call(beans -> beans.get(GroupService.class).remove(id, three.subList(0, 2)));
        assertThat(gone).isEqualTo(2);
        assertThat(names(new HostQuery.Group(id, true))).containsExactly("pc-1-2");
        assertThat(names(new HostQuery.Group(id, false))).containsExactly("pc-1-0", "pc-1-1");
        assertThat(add(id, three.subList(0, 1))).as("back again").isOne();
        call(beans -> beans.get(GroupService.class).remove(id, three.subList(0, 1)));
        assertThat(groupsOf(three.get(2))).containsExactly("cdi");
        assertThat(groupsOf(three.get(0))).isEmpty();
        List<AuditEntry> trail =
                database.within(em -> em.createQuery("SELECT a FROM AuditEntry a ORDER BY a.id", AuditEntry.class)
                        .getResultList());
        assertThat(trail)
                .extracting(entry -> entry.getAction() + " " + entry.getSubject() + " " + entry.getDetail())
                .contains(
                        "CREATED group cdi ",
                        "CHANGED group cdi added 2: pc-1-0, pc-1-1",
                        "CHANGED group cdi added 1: pc-1-2",
                        "CHANGED group cdi removed 2: pc-1-0, pc-1-1");
    }

    @Test
    void whatIsDeletedLeavesTheOtherSideAlone() {
        long cdi = group("cdi");
        long lab = group("lab");
        List<Long> two = hosts(1, 2);
        add(cdi, two);
        add(lab, two);
        call(beans -> {
            beans.get(HostService.class).delete(two.get(0));
            return null;
        });
        assertThat(names(new HostQuery.Group(cdi, true))).containsExactly("pc-1-1");
        call(beans -> {
            beans.get(GroupService.class).delete(cdi);
            return null;
        });
        assertThat(groupsOf(two.get(1))).containsExactly("lab");
        assertThat(names(null)).containsExactly("pc-1-1");
    }

    @Test
    void moreHostsThanOneStatementNames() {
        long id = group("lycée");
        List<Long> two = hosts(1, 2);
        List<Long> many = IntStream.range(0, 1_200)
                .mapToObj(i -> i == 0 ? two.get(0) : i == 1_199 ? two.get(1) : 1_000_000L + i)
                .toList();
        assertThat(add(id, many)).isEqualTo(2);
        int gone = call(beans -> beans.get(GroupService.class).remove(id, many));
        assertThat(gone).isEqualTo(2);
    }

    @Test
    void theTrailNamesWholeHosts() {
        long id = group("lycée");
        List<Long> many = hosts(1, 120);
        add(id, many);
        String detail = database.within(
                em -> em.createQuery("SELECT a.detail FROM AuditEntry a WHERE a.detail LIKE 'added 120%'", String.class)
                        .getSingleResult());
        assertThat(detail).startsWith("added 120: pc-1-0, pc-1-1, ").matches(".*, pc-1-[0-9]+, …");
    }

    private static long group(String name) {
        return call(beans ->
                beans.get(GroupService.class).create(new GroupDraft(name, "")).getId());
    }

    private static int add(long group, List<Long> hosts) {
        return call(beans -> beans.get(GroupService.class).add(group, hosts));
    }

    private static List<Long> hosts(int series, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> HostDraft.of(
                        "pc-" + series + "-" + i, "", String.format("08:00:27:00:%02x:%02x", series, i), null))
                .map(draft ->
                        call(beans -> beans.get(HostService.class).create(draft).getId()))
                .toList();
    }

    private static List<String> names(HostQuery.Group group) {
        HostQuery query = new HostQuery("", HostQuery.Sort.NAME, false, 0, 50, group);
        return call(beans -> beans.get(HostService.class).list(query)).rows().stream()
                .map(Host::getName)
                .toList();
    }

    private static List<String> groupsOf(long host) {
        return call(beans -> beans.get(GroupService.class).of(host)).stream()
                .map(HostGroup::getName)
                .toList();
    }

    /** Statements about groups since the database began to count. */
    private static long statements() {
        return database.within(em -> ((Number)
                        em.createNativeQuery("SELECT SUM(EXECUTION_COUNT) FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                                        + " WHERE SQL_STATEMENT LIKE '%FROM HOST%'")
                                .getSingleResult())
                .longValue());
    }

    private static List<Refusal> refused(Call<?> call) {
        return database.within(
                em -> catchThrowableOfType(InvalidInputException.class, () -> call.run(new TestBeans(em)))
                        .refusals());
    }

    private static <T> T call(Call<T> call) {
        return database.within(em -> {
            try {
                return call.run(new TestBeans(em));
            } catch (InvalidInputException refused) {
                throw new AssertionError(refused);
            }
        });
    }
}
