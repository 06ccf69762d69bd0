package fr.brume.agent.steps;

import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.FindingKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Linux on its mounted root file system. Files are changed in place, so that they keep owner, rights and labels. */
final class LinuxSystem implements InstalledSystem {
    private static final int LONGEST = 1 << 20;

    private final Path etc;

    private LinuxSystem(Path etc) {
        this.etc = etc;
    }

    static Optional<InstalledSystem> below(Path root) {
        Path etc = root.resolve("etc");
        boolean linux = Files.isDirectory(etc, LinkOption.NOFOLLOW_LINKS)
                && Files.exists(etc.resolve("os-release"), LinkOption.NOFOLLOW_LINKS);
        return linux ? Optional.of(new LinuxSystem(etc)) : Optional.empty();
    }

    @Override
    public String label() {
        return "Linux";
    }

    @Override
    public void change(DeploySteps steps, StepSupply supply, StepReport report) throws FailureException {
        if (!steps.hostName().isEmpty()) {
            rename(steps.hostName());
            report.tell(FindingKind.HOST_NAME_SET, label(), steps.hostName());
        }
        if (!steps.domain().none()) {
            DomainFile.write(etc, steps.domain(), supply);
            report.tell(FindingKind.DOMAIN_TOLD, label(), steps.domain().domain(), DomainFile.PLACE);
        }
    }

    private void rename(String hostName) throws FailureException {
        Path name = etc.resolve("hostname");
        try {
            String old = own(name)
                    ? Files.readString(name, StandardCharsets.ISO_8859_1).strip()
                    : "";
            if (!Files.isSymbolicLink(name)) {
                Files.writeString(name, hostName + "\n", StandardCharsets.US_ASCII);
            }
            // A system that was never named is called localhost, and its line in hosts is not the machine's.
            Path hosts = etc.resolve("hosts");
            if (!old.isEmpty() && !old.startsWith("localhost") && own(hosts)) {
                String text = Files.readString(hosts, StandardCharsets.ISO_8859_1);
                Files.writeString(hosts, renamed(text, old, hostName), StandardCharsets.ISO_8859_1);
            }
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "hostname", name.toString(), e.toString());
        }
    }

    /** Whether it is a file of this system, of a size that one would expect: a link would lead out of it. */
    private static boolean own(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LONGEST;
    }

    /** The old name as a whole word, in lines that are no comments; what follows a dot is a domain and stays. */
    static String renamed(String hosts, String old, String now) {
        Pattern word = Pattern.compile("(?m)(?<=[ \\t])" + Pattern.quote(old) + "(?=[\\s.]|$)");
        StringBuilder text = new StringBuilder();
        for (String line : hosts.split("(?<=\n)")) {
            text.append(line.startsWith("#") ? line : word.matcher(line).replaceAll(now));
        }
        return text.toString();
    }
}
