package fr.brume.service.boot.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.client.ClientKind;
import fr.brume.boot.file.BootFileName;
import fr.brume.boot.file.NetworkBootProgram.Content;
import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.boot.client.Neighbours;
import fr.brume.service.machine.HostService;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FirstFilesTest {
    private static final String KNOWN = "192.168.10.203";
    private static final String UNKNOWN = "192.168.10.204";
    private static final BootFileName SHARED = new BootFileName("undionly.kpxe");

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @TempDir
    Path folder;

    @Test
    void uefiFirmwareGetsTheSignedShimUntilTheSiteWantsIpxe() {
        assertThat(file(ClientKind.UEFI, KNOWN)).isEqualTo("shimx64.efi");
        assertThat(file(ClientKind.BIOS, KNOWN)).isEqualTo("undionly.kpxe");
        choose(SettingKey.BOOT_UEFI_LOADER, "snponly.efi");
        assertThat(file(ClientKind.UEFI, KNOWN)).isEqualTo("snponly.efi");
        assertThat(file(ClientKind.BIOS, KNOWN)).isEqualTo("undionly.kpxe");
    }

    @Test
    void machinesThatTheSiteNamesGetTheirOwn() {
        choose(SettingKey.BOOT_FILES, "52:54:00:00:10:00 ipxe.efi\n192.168.10.204 grubx64.efi");

        assertThat(file(ClientKind.UEFI, KNOWN)).isEqualTo("ipxe.efi");
        assertThat(file(ClientKind.BIOS, UNKNOWN)).isEqualTo("grubx64.efi");
        assertThat(file(ClientKind.UEFI, "192.168.10.205")).isEqualTo("shimx64.efi");
        assertThat(content(SHARED, ClientKind.IPXE)).isInstanceOf(Content.ChainScript.class);
        assertThat(content(new BootFileName("vmlinuz"), ClientKind.UEFI))
                .isEqualTo(new Content.Plain(new BootFileName("vmlinuz")));
    }

    @Test
    void aHostWithoutTaskIsLeftAloneWhereTheSiteWantsItAndHidesTheMenu() {
        host();
        assertThat(leavesAlone(KNOWN)).isFalse();
        choose(SettingKey.BOOT_REFUSE_IDLE, "true");
        assertThat(leavesAlone(KNOWN)).isFalse();
        choose(SettingKey.BOOT_MENU_HIDDEN, "true");
        assertThat(leavesAlone(KNOWN)).isTrue();
        assertThat(leavesAlone(UNKNOWN)).isFalse();
        assertThat(with(first -> first.contentFor(SHARED, ClientKind.UEFI, KNOWN))
                        .equals(new Content.LeftAlone()))
                .isTrue();
        assertThat(leavesAlone("shimx64.efi", KNOWN)).isTrue();
        assertThat(leavesAlone("grubx64.efi", KNOWN)).isFalse();
    }

    @Test
    void aHostWithATaskIsNot() {
        long host = host();
        choose(SettingKey.BOOT_REFUSE_IDLE, "true");
        choose(SettingKey.BOOT_MENU_HIDDEN, "true");
        database.run(em -> {
            try {
                new TestBeans(em).get(TaskService.class).create(TaskDraft.now(host, TaskType.INVENTORY));
            } catch (InvalidInputException refused) {
                throw new AssertionError(refused);
            }
        });

        assertThat(leavesAlone(KNOWN)).isFalse();
    }

    private String file(ClientKind kind, String address) {
        return ((Content.Plain) with(first -> first.contentFor(SHARED, kind, address)))
                .name()
                .text();
    }

    private Content content(BootFileName name, ClientKind kind) {
        return with(first -> first.contentFor(name, kind, UNKNOWN));
    }

    private boolean leavesAlone(String address) {
        return leavesAlone(SHARED.text(), address);
    }

    private boolean leavesAlone(String name, String address) {
        return with(first -> first.leavesAlone(new BootFileName(name), address));
    }

    private long host() {
        HostDraft draft = new HostDraft("win10", "", "52:54:00:00:10:00", List.of(), null, "", "", null, null, "");
        return database.within(em -> {
            try {
                return new TestBeans(em).get(HostService.class).create(draft).getId();
            } catch (InvalidInputException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    private static void choose(SettingKey key, String value) {
        database.run(em -> {
            try {
                new TestBeans(em).get(SettingService.class).set(key, value);
            } catch (InvalidInputException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    private <T> T with(Function<FirstFiles, T> work) {
        return database.within(em -> {
            FirstFiles first = new TestBeans(em).get(FirstFiles.class);
            first.neighbours = new Neighbours(table());
            return work.apply(first);
        });
    }

    private Path table() {
        try {
            return Files.writeString(folder.resolve("arp"), """
                    IP address       HW type     Flags       HW address            Mask     Device
                    192.168.10.203   0x1         0x2         52:54:00:00:10:00     *        br0
                    """);
        } catch (IOException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
