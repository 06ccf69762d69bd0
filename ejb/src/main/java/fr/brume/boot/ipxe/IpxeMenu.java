package fr.brume.boot.ipxe;

import fr.brume.boot.file.BootFileName;
import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.boot.plan.MenuColours;
import fr.brume.boot.plan.MenuHeader;
import fr.brume.boot.plan.MenuItem;
import fr.brume.boot.plan.MenuStyle;
import fr.brume.boot.rendering.BootSite;
import fr.brume.boot.text.BootText;
import fr.brume.domain.machine.ExitType;
import java.util.stream.Collectors;

/** Says the menu in iPXE's script language. */
final class IpxeMenu {
    private static final String BACK = "sleep 10\ngoto menu\n";

    private final BootSite site;
    private final IpxeLocalBoot disk;
    private final BootText text;

    IpxeMenu(BootSite site, Platform platform, BootText text) {
        this.site = site;
        this.disk = new IpxeLocalBoot(site, platform);
        this.text = text;
    }

    String script(BootPlan.Menu menu) {
        String items = menu.items().stream().map(this::item).collect(Collectors.joining());
        String bodies = menu.items().stream()
                .map(item -> ":" + item.item() + "\n" + body(item, menu.localBoot()))
                .collect(Collectors.joining());
        boolean own = menu.items().stream().anyMatch(item -> !item.parameters().isEmpty());
        String broken = own ? ":broken\necho " + text.of("broken") + "\n" + BACK : "";
        return """
            #!ipxe
            %s:menu
            menu %s
            item --gap %s
            item --gap
            %schoose --default %s%s entry && goto ${entry} || goto menu
            %s:failed
            echo %s
            sleep 10
            goto menu
            """.formatted(
                        prologue(menu),
                        text.of("title"),
                        header(menu.header()),
                        items,
                        menu.defaultItem(),
                        timeout(menu.style()),
                        bodies + broken,
                        text.of("failed"));
    }

    private String header(MenuHeader header) {
        if (header instanceof MenuHeader.Registered registered) {
            return text.of("header.registered", IpxeWords.name(registered.name()));
        }
        return text.of(header.key());
    }

    /** Looks first, then the wait for the key that shows a hidden menu. */
    private String prologue(BootPlan.Menu menu) {
        MenuStyle style = menu.style();
        String colours = style.colours().map(IpxeMenu::colours).orElse("");
        String picture = style.background()
                .flatMap(BootFileName::clean)
                .map(name -> "console --picture " + site.httpUrl() + "/boot/file/" + name.text() + " ||\n")
                .orElse("");
        return picture + colours + (style.hidden() ? prompt(style, menu.defaultItem()) : "");
    }

    /** Pairs 1 to 3 are text, the chosen entry and headings; iPXE's manual, "cpair". */
    private static String colours(MenuColours colours) {
        String line = "cpair --foreground %d --background %d %d ||\n";
        int text = colours.text().ordinal();
        int ground = colours.ground().ordinal();
        return line.formatted(text, ground, 1)
                + line.formatted(
                        colours.chosenText().ordinal(), colours.chosenGround().ordinal(), 2)
                + line.formatted(text, ground, 3);
    }

    private String prompt(MenuStyle style, String otherwise) {
        boolean escape = style.hiddenKey().equals(MenuStyle.ESCAPE);
        String name = escape ? text.of("key.escape") : style.hiddenKey();
        return "prompt --key %s --timeout %d %s && goto menu || goto %s\n"
                .formatted(
                        escape ? "0x1b" : style.hiddenKey(),
                        style.hiddenTimeout().toMillis(),
                        text.of("hidden", name),
                        otherwise);
    }

    private static String timeout(MenuStyle style) {
        return style.timeout().isZero() ? "" : " --timeout " + style.timeout().toMillis();
    }

    private String item(MenuItem item) {
        String key = item.hotKey().isEmpty() ? "" : "--key " + item.hotKey() + " ";
        String label = item.label().isEmpty() ? text.of(item.function().key()) : IpxeWords.label(item.label());
        return "item " + key + item.item() + " " + label
                + (item.disabledReasonKey().isPresent() ? " " + text.of("disabled") : "") + "\n";
    }

    private String body(MenuItem item, ExitType localBoot) {
        if (item.disabledReasonKey().isPresent()) {
            return "echo " + text.of(item.disabledReasonKey().get()) + "\n" + BACK;
        }
        String own = IpxeWords.script(item.parameters(), "broken");
        return own
                + switch (item.function()) {
                    case OWN -> "goto menu\n";
                    case LOCAL -> disk.command(localBoot) + " ||\necho " + text.of("disk") + "\n" + BACK;
                    default ->
                        "chain --replace --autofree %s/boot/ipxe?%s&entry=%s || goto failed\n"
                                .formatted(site.httpUrl(), IpxeRendering.SAME_MACHINE, item.request());
                };
    }
}
