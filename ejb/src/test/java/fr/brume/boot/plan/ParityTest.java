package fr.brume.boot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.Renderings;
import fr.brume.boot.rendering.BootSite;
import fr.brume.boot.text.BootText;
import fr.brume.protocol.MacAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each loader does with each function: the same, or a reason on the screen. */
class ParityTest {
    private static final BootSite SITE = new BootSite("192.168.10.201", 8080, 8443, Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "LOCAL,              does it, does it, does it, does it",
        "MEMTEST,            asks,    asks,    asks,    reason.unsigned",
        "FULL_REGISTRATION,  asks,    asks,    asks,    asks",
        "PRODUCT_KEY,        asks,    asks,    asks,    asks",
        "REGISTER,           asks,    asks,    asks,    asks",
        "DEPLOY_IMAGE,       asks,    asks,    asks,    asks",
        "QUICK_DELETE,       asks,    asks,    asks,    asks",
        "SYSTEM_INFORMATION, asks,    asks,    asks,    asks",
        "DEBUG,              asks,    asks,    asks,    asks",
        "APPROVE,            asks,    asks,    asks,    asks",
        "OWN,                does it, does it, does it, does it"
    })
    void everyLoaderDoesItOrSaysWhyNot(
            MenuFunction function, String ipxeBios, String ipxeEfi, String grub, String grubLocked) {
        assertThat(outcome(function, Loader.IPXE_BIOS)).isEqualTo(ipxeBios);
        assertThat(outcome(function, Loader.IPXE_EFI)).isEqualTo(ipxeEfi);
        assertThat(outcome(function, Loader.GRUB)).isEqualTo(grub);
        assertThat(outcome(function, Loader.GRUB_LOCKED)).isEqualTo(grubLocked);
    }

    @Test
    void theTableHasEveryLoader() {
        assertThat(Loader.values()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"IPXE_BIOS, reason.grub", "IPXE_EFI, reason.grub", "GRUB, reason.ipxe", "GRUB_LOCKED, reason.ipxe"})
    void anOwnEntryWithoutLinesForTheLoaderSaysSo(Loader loader, String reason) {
        Optional<String> key = LoaderLimits.reasonAgainst(MenuFunction.OWN, loader, "");

        assertThat(key).hasValue(reason);
        assertThat(script(item(MenuFunction.OWN, "", key), loader))
                .contains(new BootText(Locale.ENGLISH).of(reason).replace("'", "'\\''"));
    }

    private static String outcome(MenuFunction function, Loader loader) {
        String lines = function == MenuFunction.OWN ? "chainloader own" : "";
        Optional<String> reason = LoaderLimits.reasonAgainst(function, loader, lines);
        String script = script(item(function, lines, reason), loader);
        if (reason.isPresent()) {
            assertThat(script).contains(new BootText(Locale.ENGLISH).of(reason.get()));
            assertThat(script).doesNotContain("/" + function.parameter() + "/", "entry=" + function.parameter());
            return reason.get();
        }
        boolean asks = script.contains("entry=" + function.parameter() + " ")
                || script.contains("/" + function.parameter() + "/");
        return asks && !function.parameter().isEmpty() ? "asks" : "does it";
    }

    private static MenuItem item(MenuFunction function, String lines, Optional<String> reason) {
        String name = function == MenuFunction.OWN ? "site.own" : function.item();
        String label = function == MenuFunction.OWN ? "Own" : "";
        return new MenuItem(name, label, function, lines, "", "", reason);
    }

    private static String script(MenuItem item, Loader loader) {
        BootRequest request = new BootRequest(
                new MacAddress("08:00:27:4d:46:2b"), Optional.empty(), "", "x86_64", loader, Optional.empty());
        BootPlan.Menu menu = new BootPlan.Menu(
                new MenuHeader.Unknown(), List.of(item), item.item(), SampleMenus.STYLE, LocalBoot.of(null, loader));
        return Renderings.of(SITE, request).menu(menu);
    }
}
