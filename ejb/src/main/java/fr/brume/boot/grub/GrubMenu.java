package fr.brume.boot.grub;

import fr.brume.boot.file.BootFileName;
import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.MenuHeader;
import fr.brume.boot.plan.MenuItem;
import fr.brume.boot.plan.MenuStyle;
import fr.brume.boot.text.BootText;
import fr.brume.boot.text.PlainText;
import fr.brume.domain.machine.ExitType;
import java.time.Duration;
import java.util.stream.Collectors;

/** Says the menu in GRUB's script language. */
final class GrubMenu {
    private static final String WAIT = "sleep --interruptible 10\n";

    private final BootRequest machine;
    private final BootText text;

    GrubMenu(BootRequest machine, BootText text) {
        this.machine = machine;
        this.text = text;
    }

    /** The first line is an entry that does nothing, because GRUB's menu has no headings. */
    String script(BootPlan.Menu menu) {
        String items = menu.items().stream()
                .map(item -> entry(label(item), item.item(), item.hotKey(), body(item, menu.localBoot())))
                .collect(Collectors.joining());
        return looks(menu.style())
                + "set default=" + menu.defaultItem() + "\n"
                + waiting(menu.style())
                + entry(header(menu.header()), "header", "", "true\n")
                + items;
    }

    private String header(MenuHeader header) {
        if (header instanceof MenuHeader.Registered registered) {
            return text.of("header.registered", GrubWords.name(registered.name()));
        }
        return text.of(header.key());
    }

    private static String entry(String label, String id, String hotKey, String body) {
        String key = hotKey.isEmpty() ? "" : " --hotkey=" + hotKey;
        return "menuentry " + GrubWords.quoted(label) + " --id " + id + key + " {\n" + body + "}\n";
    }

    private static String looks(MenuStyle style) {
        String colours = style.colours()
                .map(chosen -> "set menu_color_normal=" + GrubWords.colours(chosen.text(), chosen.ground())
                        + "\nset menu_color_highlight="
                        + GrubWords.colours(chosen.chosenText(), chosen.chosenGround()) + "\n")
                .orElse("");
        return colours
                + style.background()
                        .flatMap(BootFileName::clean)
                        .map(GrubMenu::picture)
                        .orElse("");
    }

    /** A picture needs the graphical terminal, whose font Debian keeps inside the signed image. */
    private static String picture(BootFileName name) {
        return """
            if loadfont (memdisk)/fonts/unicode.pf2; then
            terminal_output gfxterm
            background_image /boot/file/%s
            fi
            """.formatted(name.text());
    }

    /** A hidden menu is shown by the escape key alone: GRUB knows no other. */
    private String waiting(MenuStyle style) {
        if (style.hidden()) {
            return "echo " + GrubWords.quoted(text.of("hidden", text.of("key.escape"))) + "\nset timeout_style=hidden\n"
                    + "set timeout=" + Math.max(1, seconds(style.hiddenTimeout())) + "\n";
        }
        return "set timeout_style=menu\nset timeout=" + (style.timeout().isZero() ? -1 : seconds(style.timeout()))
                + "\n";
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }

    private String label(MenuItem item) {
        String label = item.label().isEmpty() ? text.of(item.function().key()) : item.label();
        return item.disabledReasonKey().isPresent() ? label + " " + text.of("disabled") : label;
    }

    private String body(MenuItem item, ExitType localBoot) {
        if (item.disabledReasonKey().isPresent()) {
            return "echo " + GrubWords.quoted(text.of(item.disabledReasonKey().get())) + "\n" + WAIT;
        }
        String own = script(item.parameters());
        return own
                + switch (item.function()) {
                    case OWN -> "";
                    case LOCAL ->
                        GrubLocalBoot.commands(localBoot) + "echo " + GrubWords.quoted(text.of("disk")) + "\n" + WAIT;
                    default -> "set root=$brume\nconfigfile " + GrubPath.of(machine, item.request()) + "\n";
                };
    }

    /** Lines that the administrator wrote; GRUB starts by itself what they loaded. */
    private static String script(String lines) {
        return lines.lines()
                .map(line -> PlainText.ascii(line).strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
