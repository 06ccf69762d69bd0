package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.boot.BootMenuDraft;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.boot.menu.BootMenuPreview;
import fr.brume.service.boot.menu.BootMenuService;
import fr.brume.service.boot.menu.MenuBackgroundService;
import fr.brume.service.boot.menu.PreviewFirmware;
import fr.brume.service.boot.menu.PreviewMachine;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** The boot menu in the server: who may change it, and that machines get each change at once. */
@ArquillianTest
class BootMenuIT {
    @Inject
    private BootMenuService menus;

    @Inject
    private BootMenuPreview preview;

    @Inject
    private MenuBackgroundService background;

    @Inject
    private SettingService settings;

    @Inject
    private AsViewer viewer;

    @Inject
    private AsTechnician technician;

    @Inject
    private AsAdministrator administrator;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(BootMenuIT.class, AsViewer.class, AsTechnician.class, AsAdministrator.class);
    }

    @Test
    void fogsEntriesAreThereInFogsOrder() throws Exception {
        assertThat(technician.call(() -> menus.list()))
                .extracting(BootMenuEntry::getItem)
                .startsWith("fog.local", "fog.memtest", "fog.reginput", "fog.keyreg", "fog.reg", "fog.deployimage");
    }

    @Test
    void onlyAnAdministratorChangesTheMenu() {
        BootMenuDraft draft = own("site.intrus");
        assertThatThrownBy(() -> technician.call(() -> menus.create(draft))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> viewer.call(() -> menus.list())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> technician.call(() -> {
                    background.remove();
                    return null;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void machinesGetEachChangeAtOnce() throws Exception {
        assertThat(script()).doesNotContain("site.outil");
        BootMenuEntry entry = administrator.call(() -> menus.create(own("site.outil")));
        assertThat(script()).contains("item site.outil Outil\n");
        administrator.call(() -> {
            menus.enable(entry.getId(), false);
            return null;
        });
        assertThat(script()).doesNotContain("site.outil");
        administrator.call(() -> {
            menus.delete(entry.getId());
            settings.set(SettingKey.BOOT_MENU_TIMEOUT, "42");
            return null;
        });
        assertThat(script()).contains("--timeout 42000");
        administrator.call(() -> {
            settings.set(SettingKey.BOOT_MENU_TIMEOUT, "10");
            return null;
        });
        assertThat(script()).contains("--timeout 10000");
    }

    @Test
    void aRefusedChangeLeavesNothing() throws Exception {
        List<BootMenuEntry> before = technician.call(() -> menus.list());
        long local = before.get(0).getId();
        assertThatThrownBy(() -> administrator.call(() -> {
                    menus.enable(local, false);
                    return null;
                }))
                .isInstanceOf(InvalidInputException.class);
        assertThat(technician.call(() -> menus.list()).get(0).isEnabled()).isTrue();
        assertThat(script()).contains("item fog.local ");
    }

    @Test
    void theOrderIsKept() throws Exception {
        List<Long> before = ids();
        List<Long> turned = new java.util.ArrayList<>(before);
        java.util.Collections.reverse(turned);
        arrange(turned);
        assertThat(ids()).isEqualTo(turned);
        arrange(before);
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void theBackgroundIsServedToMachines() throws Exception {
        assertThat(get("/boot/background.png").statusCode()).isEqualTo(404);
        byte[] png = png();
        administrator.call(() -> {
            background.replace(png);
            return null;
        });
        assertThat(get("/boot/background.png").body()).isEqualTo(png);
        assertThat(get("/boot/file/background.png").body()).isEqualTo(png);
        assertThat(script()).contains("console --picture ");
        administrator.call(() -> {
            background.remove();
            return null;
        });
        assertThat(get("/boot/background.png").statusCode()).isEqualTo(404);
        assertThat(script()).doesNotContain("console --picture ");
    }

    @Test
    void thePreviewIsTheMenuOfEachLoader() throws Exception {
        for (PreviewMachine machine : PreviewMachine.values()) {
            assertThat(preview(machine, PreviewFirmware.BIOS))
                    .startsWith("#!ipxe\n")
                    .contains("fog.local");
            assertThat(preview(machine, PreviewFirmware.UEFI))
                    .startsWith("#!ipxe\n")
                    .contains("fog.local");
            assertThat(preview(machine, PreviewFirmware.SECURE_BOOT)).contains("menuentry ", "fog.local");
        }
    }

    private String preview(PreviewMachine machine, PreviewFirmware firmware) throws Exception {
        return technician.call(() -> preview.script(machine, firmware, Locale.FRENCH, "127.0.0.1"));
    }

    private List<Long> ids() throws Exception {
        return technician.call(() -> menus.list()).stream()
                .map(BootMenuEntry::getId)
                .toList();
    }

    private void arrange(List<Long> ids) throws Exception {
        administrator.call(() -> {
            menus.arrange(ids);
            return null;
        });
    }

    private static BootMenuDraft own(String item) {
        return new BootMenuDraft(item, "Outil", "Tool", 2, "chain http://outils/x", "", "", "", true, false);
    }

    private static String script() throws Exception {
        byte[] body = get("/boot/ipxe?mac=0a:00:27:99:00:02&platform=pcbios").body();
        return new String(body, StandardCharsets.US_ASCII);
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + System.getenv("BRUME_HTTP_PORT") + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
