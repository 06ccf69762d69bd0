package fr.brume.boot.grub;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.boot.plan.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrubPathTest {
    private static final String UUID = "4c4c4544-0042-3510-8054-b4c04f4d3732";

    @Test
    void readsWhatTheSignedGrubAsksFor() {
        assertThat(GrubPath.parse("/grub/grub.cfg")).hasValue(new GrubPath.Start());
        assertThat(GrubPath.parse("grub/grub.cfg")).hasValue(new GrubPath.Start());
        assertThat(GrubPath.parse("/grub/x86_64-efi/command.lst")).hasValue(new GrubPath.ModuleList());
        assertThat(GrubPath.parse("/grub/x86_64-efi/terminal.lst")).hasValue(new GrubPath.ModuleList());
    }

    @Test
    void readsWhoAsks() {
        BootRequest request = machine("/grub/machine/52:54:00:00:10:11/" + UUID + "/grub.cfg");

        assertThat(request.mac().text()).isEqualTo("52:54:00:00:10:11");
        assertThat(request.uuid())
                .map(Object::toString)
                .hasValueSatisfying(uuid -> assertThat(uuid).contains(UUID));
        assertThat(request.platform()).isEqualTo(Platform.EFI);
        assertThat(request.loader()).isEqualTo(Loader.GRUB);
        assertThat(request.entry()).isEmpty();
    }

    @Test
    void readsTheChosenEntryAndTheLockdown() {
        BootRequest request = machine("/grub/machine/52:54:00:00:10:11/none/site.info/locked.cfg");

        assertThat(request.uuid()).isEmpty();
        assertThat(request.loader()).isEqualTo(Loader.GRUB_LOCKED);
        assertThat(request.entry()).hasValue("site.info");
        assertThat(GrubPath.of(request, "site.info"))
                .isEqualTo("/grub/machine/52:54:00:00:10:11/none/site.info/locked.cfg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/grub/",
                "/grub/x86_64-efi/http.mod",
                "/grub/machine/52:54:00:00:10:11/grub.cfg",
                "/grub/machine/52:54:00:00:10:11//grub.cfg",
                "/grub/machine/01:00:5e:00:00:01/none/grub.cfg",
                "/grub/machine/52:54:00:00:10:1g/none/grub.cfg",
                "/grub/machine/52:54:00:00:10:11/4c4c4544/grub.cfg",
                "/grub/machine/52:54:00:00:10:11/none/../grub.cfg",
                "/grub/machine/52:54:00:00:10:11/none/a/b/grub.cfg",
                "/grub/../grub/grub.cfg"
            })
    void answersNothingElse(String path) {
        assertThat(GrubPath.parse(path)).isEmpty();
        assertThat(GrubPath.parse(null)).isEmpty();
    }

    private static BootRequest machine(String path) {
        return ((GrubPath.Machine) GrubPath.parse(path).orElseThrow()).request();
    }
}
