package fr.brume.agent.windows;

import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The local accounts of a Windows that is not running: its SAM registry hive, changed by the programs of chntpw. */
final class AccountDatabase {
    private static final List<String> PLACE = List.of("Windows", "System32", "config", "SAM");

    /** Number, name, whether an administrator, flags, length of the password's digest. */
    private static final Pattern LISTED = Pattern.compile("(?m)^([0-9a-f]+):(.+):[0-9a-f]+:[0-9a-f]+:[0-9a-f]+\\s*$");

    private final Path hive;
    private final Tools tools;

    private AccountDatabase(Path hive, Tools tools) {
        this.hive = hive;
        this.tools = tools;
    }

    /**
     * What came of a change.
     *
     * @param known whether the account is there; its password is blank then
     * @param stillLocked why it could not be unlocked; empty when it is
     */
    record Outcome(boolean known, Optional<String> stillLocked) {
        void tell(String partition, String account, TaskProgress progress) {
            if (known) {
                progress.found(
                        stillLocked.isEmpty()
                                ? Finding.of(partition, FindingKind.PASSWORD_BLANK, account)
                                : Finding.of(partition, FindingKind.ACCOUNT_NOT_UNLOCKED, account, stillLocked.get()));
            }
        }
    }

    /** The accounts of the Windows in this folder, whatever the case of its names; empty when there is none. */
    static Optional<AccountDatabase> below(Path root, Tools tools) {
        Optional<Path> place = Optional.of(root);
        for (String name : PLACE) {
            place = place.flatMap(folder -> entry(folder, name));
        }
        return place.filter(Files::isRegularFile).map(hive -> new AccountDatabase(hive, tools));
    }

    private static Optional<Path> entry(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(e -> e.getFileName().toString().equalsIgnoreCase(name))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @throws FailureException TOOL_FAILED when the hive cannot be changed */
    Outcome reset(String account) throws FailureException {
        Optional<String> number = number(account);
        if (number.isEmpty()) {
            return new Outcome(false, Optional.empty());
        }
        // -E: a hive is never made larger, which those programs call experimental; a blank password takes no room.
        tools.require(account, "sampasswd", "-E", "-r", "-u", number.get(), hive.toString());
        ToolResult unlock = tools.run("samunlock", "-E", "-U", "-u", number.get(), hive.toString());
        return new Outcome(true, unlock.exitCode() == 0 ? Optional.empty() : Optional.of(unlock.lastLine()));
    }

    /** Its number, as those programs take it; Windows does not tell names apart by case, but they do. */
    private Optional<String> number(String account) throws FailureException {
        String list = tools.require(account, "sampasswd", "-l", hive.toString()).output();
        return LISTED.matcher(list)
                .results()
                .filter(line -> line.group(2).equalsIgnoreCase(account))
                .map(line -> "0x" + line.group(1))
                .findFirst();
    }
}
