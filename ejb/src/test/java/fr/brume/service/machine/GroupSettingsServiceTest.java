package fr.brume.service.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.ExitType;
import fr.brume.domain.machine.GroupDraft;
import fr.brume.domain.machine.GroupSettings;
import fr.brume.domain.machine.GroupSettings.Field;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupSettingsServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private long image;
    private long group;
    private List<Long> inside;
    private long outside;

    /** Something that beans do. */
    private interface Call<T> {
        T run(TestBeans beans) throws InvalidInputException;
    }

    @BeforeEach
    void twoHostsInAGroupAndOneOutside() {
        image = database.within(em -> {
            ImageDraft draft =
                    ImageDraft.of("win11", "", OperatingSystem.WINDOWS_10).withPath("win11");
            Image made = new Image(draft, em.find(StorageGroup.class, 1L), "brume", Instant.now());
            em.persist(made);
            return made.getId();
        });
        inside = List.of(made(1), made(2));
        outside = made(3);
        group = call(beans ->
                beans.get(GroupService.class).create(new GroupDraft("cdi", "")).getId());
        call(beans -> beans.get(GroupService.class).add(group, inside));
    }

    @Test
    void writesAllThatIsChosenToTheHostsOfTheGroupOnly() {
        GroupSettings all = new GroupSettings(
                EnumSet.allOf(Field.class),
                image,
                " KEY-1 ",
                "/dev/nvme0n1",
                ExitType.EXIT,
                ExitType.REBOOT,
                "nomodeset");
        assertThat(apply(all)).isEqualTo(2);
        inside.forEach(id -> {
            Host host = host(id);
            assertThat(host.getImage().getName()).isEqualTo("win11");
            assertThat(host.getProductKey()).isEqualTo("KEY-1");
            assertThat(host.getPrimaryDisk()).isEqualTo("/dev/nvme0n1");
            assertThat(host.getBiosExit()).isEqualTo(ExitType.EXIT);
            assertThat(host.getEfiExit()).isEqualTo(ExitType.REBOOT);
            assertThat(host.getKernelArguments()).isEqualTo("nomodeset");
        });
        assertThat(host(outside).getImage()).isNull();
        assertThat(host(outside).getProductKey()).isEqualTo("OWN-3");
    }

    @Test
    void leavesWhatIsNotChosenAndTakesAwayWhatIsChosenAndEmpty() {
        apply(new GroupSettings(EnumSet.allOf(Field.class), image, "KEY", "", ExitType.EXIT, null, ""));
        apply(new GroupSettings(Set.of(Field.IMAGE, Field.BIOS_EXIT), null, "OTHER", "sdb", null, null, "quiet"));
        Host host = host(inside.get(0));
        assertThat(host.getImage()).isNull();
        assertThat(host.getBiosExit()).isNull();
        assertThat(host.getProductKey()).isEqualTo("KEY");
        assertThat(host.getPrimaryDisk()).isEmpty();
        assertThat(host.getKernelArguments()).isEmpty();
    }

    @Test
    void isOneStatementOneEntryAndTellsNoKey() {
        long version = version();
        apply(new GroupSettings(
                EnumSet.of(Field.IMAGE, Field.PRODUCT_KEY, Field.KERNEL_ARGUMENTS),
                image,
                "SECRET",
                "",
                null,
                null,
                ""));
        assertThat(version()).as("who edits a host meanwhile notices").isEqualTo(version + 1);
        List<String> trail = database.within(em -> em
                .createQuery("SELECT a FROM AuditEntry a WHERE a.subject = 'group cdi' ORDER BY a.id", AuditEntry.class)
                .getResultList()
                .stream()
                .map(AuditEntry::getDetail)
                .toList());
        assertThat(trail).last().isEqualTo("on 2 hosts: image win11, product key, kernel arguments none");
        assertThat(trail).hasSize(3);
    }

    @Test
    void refusesWhatAHostWouldRefuse() {
        assertThat(refusals(new GroupSettings(Set.of(), null, "", "", null, null, "")))
                .containsExactly(Refusal.of("", "refusal.group.nothingChosen"));
        assertThat(refusals(new GroupSettings(
                        EnumSet.allOf(Field.class), 987L, "x".repeat(256), "", ExitType.EXIT, null, "élève")))
                .extracting(Refusal::field)
                .containsExactly("productKey", "kernelArguments", "imageId");
        assertThat(refusals(new GroupSettings(Set.of(Field.IMAGE), null, "x".repeat(256), "", null, null, "é")))
                .as("what is not chosen is not looked at")
                .isEmpty();
    }

    private int apply(GroupSettings settings) {
        return call(beans -> beans.get(GroupSettingsService.class).apply(group, settings));
    }

    private List<Refusal> refusals(GroupSettings settings) {
        return database.within(em -> {
            InvalidInputException refused = catchThrowableOfType(
                    InvalidInputException.class,
                    () -> new TestBeans(em).get(GroupSettingsService.class).apply(group, settings));
            return refused == null ? List.of() : refused.refusals();
        });
    }

    private long version() {
        return database.within(em -> ((Number) em.createNativeQuery("SELECT LOCK_VERSION FROM HOST WHERE ID = ?1")
                        .setParameter(1, inside.get(0))
                        .getSingleResult())
                .longValue());
    }

    private static long made(int number) {
        HostDraft draft = new HostDraft(
                "pc-" + number, "", "08:00:27:00:00:0" + number, List.of(), null, "OWN-" + number, "", null, null, "");
        return call(beans -> beans.get(HostService.class).create(draft).getId());
    }

    private static Host host(long id) {
        return call(beans -> beans.get(HostService.class).find(id)).orElseThrow();
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
