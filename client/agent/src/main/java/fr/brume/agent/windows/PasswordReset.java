package fr.brume.agent.windows;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskChoice;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.FileSystem;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.Probe;
import fr.brume.agent.filesystem.SourceGate;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.TaskWork;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;
import java.util.Optional;

/** Gives a local account of Windows a blank password and unlocks it. The first Windows on the host's disk that has the account. */
public final class PasswordReset implements TaskWork {
    private final DiskOpener disks;
    private final Tools tools;
    private final Path mountPoint;

    /** @param mountPoint empty folder */
    public PasswordReset(DiskOpener disks, Tools tools, Path mountPoint) {
        this.disks = disks;
        this.tools = tools;
        this.mountPoint = mountPoint;
    }

    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        progress.phase(Phase.FINISHING);
        try (Disk disk = disks.target(DiskChoice.of(conversation.inventory().disks(), order.primaryDisk()))) {
            PartitionTable table = new PartitionTableTool(tools).read(disk.device());
            Search search = new Search(disk, order.account(), progress);
            for (TableEntry entry : table.entries()) {
                cancellation.check();
                if (search.resetIn(entry)) {
                    return;
                }
            }
            throw search.vain();
        }
    }

    /** What was seen on the way, to say why nothing was found. */
    private final class Search {
        private final Disk disk;
        private final String account;
        private final TaskProgress progress;
        private int windows;
        private int encrypted;

        Search(Disk disk, String account, TaskProgress progress) {
            this.disk = disk;
            this.account = account;
            this.progress = progress;
        }

        boolean resetIn(TableEntry entry) throws FailureException {
            FileSystem found = new Probe(tools).of(disk, entry);
            if (found.kind() != Kind.NTFS) {
                encrypted = isEncrypted(entry, found) ? entry.number() : encrypted;
                return false;
            }
            long start = entry.startSector() * disk.sectorSize();
            String device = disk.partition(entry.number(), start, entry.sectors() * disk.sectorSize());
            if (accounts(device, false).isEmpty()) {
                return false;
            }
            windows = entry.number();
            requireClosed(entry, found);
            Optional<AccountDatabase.Outcome> outcome = accounts(device, true);
            outcome.ifPresent(done -> done.tell(device, account, progress));
            return outcome.map(AccountDatabase.Outcome::known).orElse(false);
        }

        /** Looks for the accounts, and changes the one when it may. */
        private Optional<AccountDatabase.Outcome> accounts(String device, boolean change) throws FailureException {
            try (NtfsMount mount = NtfsMount.of(tools, device, mountPoint, change)) {
                Optional<AccountDatabase> database = AccountDatabase.below(mount.folder(), tools);
                return database.isPresent() && change
                        ? Optional.of(database.get().reset(account))
                        : database.map(there -> new AccountDatabase.Outcome(false, Optional.empty()));
            }
        }

        private boolean isEncrypted(TableEntry entry, FileSystem found) throws FailureException {
            try {
                new SourceGate(tools, false).check(disk, entry, found);
                return false;
            } catch (FailureException e) {
                return e.failure() == Failure.BITLOCKER;
            }
        }

        private void requireClosed(TableEntry entry, FileSystem found) throws FailureException {
            try {
                new SourceGate(tools, false).check(disk, entry, found);
            } catch (FailureException e) {
                boolean open = e.failure() == Failure.NTFS_HIBERNATED || e.failure() == Failure.NTFS_DIRTY;
                throw open ? new FailureException(Failure.WINDOWS_NOT_CLOSED, e, Integer.toString(entry.number())) : e;
            }
        }

        FailureException vain() {
            if (windows > 0) {
                return new FailureException(Failure.ACCOUNT_NOT_FOUND, account, Integer.toString(windows));
            }
            return encrypted > 0
                    ? new FailureException(Failure.WINDOWS_ENCRYPTED, Integer.toString(encrypted))
                    : new FailureException(Failure.WINDOWS_NOT_FOUND, disk.device());
        }
    }
}
