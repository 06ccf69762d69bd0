package fr.brume.domain.setting;

/**
 * The hours in which long work without anybody waiting for it may begin.
 *
 * @param from first hour, 0 to 23
 * @param until hour that is no longer among them, 0 to 23; at or before {@code from} it is that of the next day
 */
public record NightHours(int from, int until) {
    /** From the texts of two settings of kind HOUR. */
    public static NightHours of(String from, String until) {
        return new NightHours(Integer.parseInt(from), Integer.parseInt(until));
    }

    /** Whether an hour of the day, 0 to 23, is among them. */
    public boolean contains(int hour) {
        return from < until ? hour >= from && hour < until : hour >= from || hour < until;
    }
}
