package fr.brume.boot.rendering;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of the kernel's command line, which both loaders take as they are. */
public final class KernelLine {
    /** Memtest86+ and Linux say the same on the first serial port as on the screen. */
    public static final String SERIAL = "console=ttyS0,115200";

    /** What the imaging environment needs everywhere: memory without the limit of a tmpfs, and both consoles. */
    public static final String ALWAYS = "rootfstype=ramfs quiet console=tty0 " + SERIAL;

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.,:=/@%+-]*");
    private static final int MOST_ARGUMENTS = 64;

    private KernelLine() {}

    /**
     * The kernel arguments that are words of plain characters, each with a space in front. Others are left out, and so is
     * {@code brume=}, which says whom the environment trusts.
     */
    public static String arguments(String arguments) {
        return Arrays.stream(arguments.strip().split("\\s+"))
                .filter(word -> PLAIN_WORD.matcher(word).matches())
                .filter(word -> !word.startsWith("brume="))
                .limit(MOST_ARGUMENTS)
                .map(word -> " " + word)
                .collect(Collectors.joining());
    }
}
