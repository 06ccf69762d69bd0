package fr.brume.boot.plan;

import fr.brume.boot.plan.MenuColours.Colour;
import fr.brume.domain.machine.ExitType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Menus whose renderings are kept as golden files. */
public final class SampleMenus {
    public static final MenuStyle STYLE = MenuStyle.shown(Duration.ofSeconds(10));

    private SampleMenus() {}

    public static BootPlan.Menu unknown(ExitType exit) {
        return of(
                new MenuHeader.Unknown(),
                exit,
                MenuFunction.LOCAL,
                MenuFunction.REGISTER,
                MenuFunction.SYSTEM_INFORMATION);
    }

    public static BootPlan.Menu registered(String name, ExitType exit) {
        return of(new MenuHeader.Registered(name), exit, MenuFunction.LOCAL, MenuFunction.SYSTEM_INFORMATION);
    }

    /** Every function, hidden, coloured, with a key, an entry of the site, and what the loader cannot do. */
    public static BootPlan.Menu everything(ExitType exit, Loader loader) {
        MenuColours colours = new MenuColours(Colour.WHITE, Colour.BLUE, Colour.YELLOW, Colour.RED);
        MenuStyle style = new MenuStyle(
                Duration.ofSeconds(10),
                true,
                Duration.ofSeconds(4),
                "m",
                Optional.of(colours),
                Optional.of("fond.png"));
        List<MenuItem> items = Arrays.stream(MenuFunction.values())
                .map(function -> item(function, loader))
                .toList();
        return new BootPlan.Menu(new MenuHeader.Pending(), items, "fog.sysinfo", style, exit);
    }

    private static MenuItem item(MenuFunction function, Loader loader) {
        Optional<String> reason = LoaderLimits.reasonAgainst(function, loader, loader.isGrub() ? "" : "chain x");
        return function == MenuFunction.OWN
                ? new MenuItem(
                        "site.own", "Démarrer l’école « B » ; ${x}", function, "set a b\n\nchain x\n", "", "b", reason)
                : new MenuItem(function.item(), "", function, "", "", "", reason);
    }

    private static BootPlan.Menu of(MenuHeader header, ExitType exit, MenuFunction... functions) {
        List<MenuItem> items = Arrays.stream(functions)
                .map(function -> new MenuItem(function.item(), "", function, "", "", "", Optional.empty()))
                .toList();
        return new BootPlan.Menu(header, items, "fog.local", STYLE, exit);
    }
}
