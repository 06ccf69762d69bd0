package fr.brume.agent.steps;

import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DomainOrder;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.protocol.image.Generalisation;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a generalised Windows is told for its first start; any other reads no answers. */
final class FirstStart {
    private static final Pattern PRODUCT_KEY = Pattern.compile("(?i)[A-Z0-9]{5}(-[A-Z0-9]{5}){4}");
    private static final String SHELL_SETUP = "Microsoft-Windows-Shell-Setup";
    private static final String JOIN = "Microsoft-Windows-UnattendedJoin";
    private static final String IDENTIFICATION = "Identification";
    private static final String CREDENTIALS = "Credentials";

    private final Path root;
    private final WindowsSystem windows;

    private FirstStart(Path root, WindowsSystem windows) {
        this.root = root;
        this.windows = windows;
    }

    static FirstStart of(Path root, WindowsSystem windows) {
        return new FirstStart(root, windows);
    }

    void change(DeploySteps steps, StepSupply supply, StepReport report) throws FailureException {
        boolean keyed = !steps.productKey().isEmpty();
        boolean joining = !steps.domain().none();
        if (steps.hostName().isEmpty() && !keyed && !joining) {
            return;
        }
        String state = windows.imageState();
        if (Generalisation.of(state) == Generalisation.GENERALISED) {
            answer(steps, supply, report);
            return;
        }
        if (keyed) {
            report.tell(FindingKind.PRODUCT_KEY_NOT_READ, state);
        }
        if (joining) {
            report.tell(FindingKind.DOMAIN_NOT_READ, steps.domain().domain(), state);
        }
    }

    private void answer(DeploySteps steps, StepSupply supply, StepReport report) throws FailureException {
        AnswerFile answers = AnswerFile.choose(root, windows.namedAnswers());
        // Without a name among the answers a generalised Windows takes a random one, whatever its registry says.
        if (!steps.hostName().isEmpty()) {
            answers.put(SHELL_SETUP, steps.hostName(), "ComputerName");
        }
        boolean keyed = PRODUCT_KEY.matcher(steps.productKey()).matches();
        if (keyed) {
            answers.put(SHELL_SETUP, steps.productKey(), "ProductKey");
        }
        if (!steps.domain().none()) {
            join(answers, steps.domain(), supply);
        }
        answers.save();
        tell(steps, keyed, answers.place(), report);
    }

    private static void join(AnswerFile answers, DomainOrder domain, StepSupply supply) throws FailureException {
        answers.put(JOIN, domain.domain(), IDENTIFICATION, "JoinDomain");
        if (!domain.organizationalUnit().isEmpty()) {
            answers.put(JOIN, domain.organizationalUnit(), IDENTIFICATION, "MachineObjectOU");
        }
        answers.put(JOIN, domain.accountDomain(), IDENTIFICATION, CREDENTIALS, "Domain");
        answers.put(JOIN, domain.accountName(), IDENTIFICATION, CREDENTIALS, "Username");
        answers.putSecret(JOIN, supply.secret(domain.sealedPassword()), IDENTIFICATION, CREDENTIALS, "Password");
    }

    private static void tell(DeploySteps steps, boolean keyed, String place, StepReport report) {
        if (keyed) {
            report.tell(FindingKind.PRODUCT_KEY_SET, place);
        } else if (!steps.productKey().isEmpty()) {
            report.tell(FindingKind.PRODUCT_KEY_MALFORMED);
        }
        if (!steps.domain().none()) {
            report.tell(FindingKind.DOMAIN_TOLD, "Windows", steps.domain().domain(), place);
        }
    }
}
