package fr.brume.domain.boot;

import fr.brume.domain.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two languages in which a site writes entries of its own, and what of them may be written. The menu goes to any machine that
 * asks, unencrypted and before anybody has said who they are. So an entry starts something and nothing else: it does not show what is
 * in files, does not ask for names and passwords or hold any, does not write to disks, and does not leave its place in the script.
 *
 * <p>What is allowed is listed, because what is not known to be harmless is not harmless. Commands are those of iPXE 1.21 and of
 * the signed GRUB 2.12.
 */
public enum LoaderLanguage {
    IPXE(Pattern.compile("\\|\\||&&|;"), Pattern.compile("[\\\\`]"), """
            boot chain clear colour console cpair cpuid dhcp echo exit ifclose ifconf ifopen ifstat imgargs imgexec
            imgextract imgfetch imgfree imgload imgselect imgstat initrd iseq isset kernel module ntp param params ping
            poweroff prompt reboot route sanboot sanhook sanunhook set sleep sync time vcreate vdestroy
            """),
    /** No command ends within a line: GRUB has neither {@code ||} nor {@code &&}. */
    GRUB(Pattern.compile("(?!)"), Pattern.compile("[\\\\`';&|<>{}]"), """
            boot chainloader clear echo exit fwsetup halt initrd initrd16 initrdefi insmod linux linux16 linuxefi
            multiboot multiboot2 module module2 reboot search set sleep unset
            """);

    private static final int LONGEST = 4000;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z0-9_:/.-]+}");
    private static final Pattern SECRET = Pattern.compile("(?i)passw|username|://[^/\\s]*@");

    private final Pattern between;
    private final Pattern forbidden;
    private final Set<String> commands;

    LoaderLanguage(Pattern between, Pattern forbidden, String commands) {
        this.between = between;
        this.forbidden = forbidden;
        this.commands = Set.of(commands.strip().split("\\s+"));
    }

    /** Adds what is wrong with these lines. */
    public void check(String field, String lines, Refusals refusals) {
        refusals.longest(field, lines, LONGEST);
        for (String line : code(lines)) {
            if (SECRET.matcher(line).find()) {
                // Not repeated: refusals are shown and may be logged.
                refusals.refuseIf(true, field, "refusal.menu.secret");
                continue;
            }
            refusals.refuseIf(!isPlain(line), field, "refusal.menu.characters", line);
            command(line).ifPresent(c -> refusals.refuseIf(true, field, "refusal.menu.command", c));
        }
    }

    private static List<String> code(String lines) {
        return lines.lines().map(String::strip).filter(l -> !l.startsWith("#")).toList();
    }

    /** Whether a line is one line of its script and ends what it begins. */
    private boolean isPlain(String line) {
        String bare = VARIABLE.matcher(line).replaceAll("x");
        boolean even = this == IPXE || line.chars().filter(c -> c == '"').count() % 2 == 0;
        return even && !forbidden.matcher(bare).find() && line.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    /** The first command of a line that is not allowed. */
    private Optional<String> command(String line) {
        return between.splitAsStream(line)
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .map(piece -> piece.split("\\s", 2)[0])
                .filter(command -> !commands.contains(command))
                .findFirst();
    }
}
