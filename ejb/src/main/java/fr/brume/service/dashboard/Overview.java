package fr.brume.service.dashboard;

import java.time.LocalDate;
import java.util.List;

/**
 * How the site is doing.
 *
 * @param hosts known
 * @param images defined
 * @param activeTasks queued, checked in and in progress
 * @param scheduledTasks waiting for their time
 * @param slots of deploys
 * @param imageDisk where images are kept
 * @param failedLately tasks that failed in the last seven days
 * @param days tasks completed on each of the last thirty days, oldest first, in the site's zone
 * @param trialDatabase whether the database is the file meant for trials
 */
public record Overview(
        long hosts,
        long images,
        long activeTasks,
        long scheduledTasks,
        SlotUse slots,
        DiskUse imageDisk,
        long failedLately,
        List<Day> days,
        boolean trialDatabase) {
    /** Slots that are free, machines that wait for one, and slots in use. */
    public record SlotUse(long free, long queued, long active) {}

    /** Bytes of the file system of the images; both 0 when the folder cannot be read. */
    public record DiskUse(long free, long total) {}

    /** Deploys and captures completed on one day. */
    public record Day(LocalDate date, long deploys, long captures) {}
}
