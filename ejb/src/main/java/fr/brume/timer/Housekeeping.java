package fr.brume.timer;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.service.audit.retention.AuditRetention;
import fr.brume.service.boot.journal.BootEventService;
import fr.brume.service.driver.DriverArchiveSweep;
import fr.brume.service.image.ImageFolderSweep;
import fr.brume.service.image.RetentionService;
import fr.brume.service.image.VerificationJobs;
import fr.brume.service.image.VerificationService;
import fr.brume.service.link.Listeners;
import fr.brume.service.migration.ImportRecord;
import fr.brume.service.migration.MigrationJobs;
import fr.brume.service.task.Leftovers;
import fr.brume.service.task.TaskWatch;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/** What is looked after again and again. Each round takes the state from the database, so a missed one does not matter. */
@Singleton
@DependsOn("Migration")
@RunAs(SYSTEM)
@PermitAll
public class Housekeeping {
    @EJB
    TaskWatch watch;

    @EJB
    TaskTimers timers;

    @EJB
    Leftovers leftovers;

    @EJB
    AuditRetention audit;

    @Inject
    ImageFolderSweep folders;

    @EJB
    DriverArchiveSweep drivers;

    @EJB
    BootEventService events;

    @EJB
    Listeners listeners;

    @EJB
    RetentionService retention;

    @EJB
    VerificationService verification;

    @Inject
    VerificationJobs verifications;

    @Inject
    MigrationJobs migrations;

    @EJB
    ImportRecord imports;

    /** Four times a minute: machines that fell silent. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void noticeSilence() {
        watch.markSilent(Instant.now());
    }

    /** Four times a minute: the part in DHCP that the site has chosen. */
    @Schedule(hour = "*", minute = "*", second = "3/15", persistent = false)
    public void followSettings() {
        listeners.follow();
    }

    /** Each minute: scheduled tasks without a timer. */
    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
    public void completeTimers() {
        timers.setMissing();
    }

    /** Each hour: tickets, sessions, folders and diagnostics that serve nobody any more. */
    @Schedule(hour = "*", minute = "23", persistent = false)
    public void clearLeftovers() {
        leftovers.clear(Instant.now());
        folders.finish();
        drivers.sweep(Instant.now());
        if (migrations.idle()) {
            imports.giveUpAbandoned();
        }
        events.clear(Instant.now());
    }

    /** Each hour: versions that are more than their image keeps, each image in a transaction of its own. */
    @Schedule(hour = "*", minute = "37", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void deleteOldVersions() {
        retention.images().forEach(retention::apply);
    }

    /** Every ten minutes of the night: the next version to be read again, when none is. */
    @Schedule(hour = "*", minute = "*/10", second = "31", persistent = false)
    public void verifyVersions() {
        if (verifications.idle()) {
            Instant now = Instant.now();
            verification.due(now, verifications.resting(now)).ifPresent(verifications::add);
        }
    }

    /** Each night: what the site no longer keeps of the audit trail, each batch in a transaction of its own. */
    @Schedule(hour = "3", minute = "41", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void forgetAudit() {
        Instant now = Instant.now();
        boolean more = true;
        while (more) {
            more = audit.forgetBatch(now);
        }
    }
}
