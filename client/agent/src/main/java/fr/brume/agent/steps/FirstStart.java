package fr.brume.agent.steps;

import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.protocol.image.Generalisation;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a generalised Windows is told for its first start; any other reads no answers. */
final class FirstStart {
    private static final Pattern PRODUCT_KEY = Pattern.compile("(?i)[A-Z0-9]{5}(-[A-Z0-9]{5}){4}");
    private static final String SHELL_SETUP = "Microsoft-Windows-Shell-Setup";

    private final Path root;
    private final WindowsSystem windows;

    private FirstStart(Path root, WindowsSystem windows) {
        this.root = root;
        this.windows = windows;
    }

    static FirstStart of(Path root, WindowsSystem windows) {
        return new FirstStart(root, windows);
    }

    void change(DeploySteps steps, StepReport report) throws FailureException {
        boolean named = !steps.hostName().isEmpty();
        boolean keyed = !steps.productKey().isEmpty();
        if (!named && !keyed) {
            return;
        }
        String state = windows.imageState();
        if (Generalisation.of(state) != Generalisation.GENERALISED) {
            if (keyed) {
                report.tell(FindingKind.PRODUCT_KEY_NOT_READ, state);
            }
            return;
        }
        boolean wellFormed = PRODUCT_KEY.matcher(steps.productKey()).matches();
        if (keyed && !wellFormed) {
            report.tell(FindingKind.PRODUCT_KEY_MALFORMED);
        }
        write(steps, named, keyed && wellFormed, report);
    }

    /** Without a name of its own among the answers a generalised Windows takes a random one, whatever its registry says. */
    private void write(DeploySteps steps, boolean named, boolean keyed, StepReport report) throws FailureException {
        AnswerFile answers = AnswerFile.choose(root, windows.namedAnswers());
        if (named) {
            answers.put(SHELL_SETUP, steps.hostName(), "ComputerName");
        }
        if (keyed) {
            answers.put(SHELL_SETUP, steps.productKey(), "ProductKey");
        }
        if (named || keyed) {
            answers.save();
        }
        if (keyed) {
            report.tell(FindingKind.PRODUCT_KEY_SET, answers.place());
        }
    }
}
