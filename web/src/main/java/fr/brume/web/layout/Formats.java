package fr.brume.web.layout;

import fr.brume.service.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Moments, durations and sizes as pages show them, in the language of the view and the time zone of the site. */
@Named("formats")
@ApplicationScoped
public class Formats {
    @Inject
    private Texts texts;

    @Inject
    private SettingService settings;

    /** The zone in which moments are shown and typed. */
    public ZoneId zone() {
        return settings.siteZone();
    }

    /** A moment to the minute; empty for null. */
    public String moment(Instant instant) {
        return instant == null ? "" : moment(instant, texts.currentLocale(), zone());
    }

    /** A moment to the second; empty for null. */
    public String exactly(Instant instant) {
        return instant == null ? "" : moment(instant, texts.currentLocale(), zone(), FormatStyle.MEDIUM);
    }

    static String moment(Instant instant, Locale locale, ZoneId zone) {
        return moment(instant, locale, zone, FormatStyle.SHORT);
    }

    private static String moment(Instant instant, Locale locale, ZoneId zone, FormatStyle time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, time)
                .withLocale(locale.getLanguage().equals("en") ? Locale.UK : locale)
                .withZone(zone)
                .format(instant);
    }

    /** Hours, minutes and seconds, as in 1:02:03; empty for null and for the unknown, which is negative. */
    public String seconds(Long seconds) {
        if (seconds == null || seconds < 0) {
            return "";
        }
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The time between two moments; up to now where the second is null, empty where the first is. */
    public String between(Instant start, Instant end) {
        return start == null
                ? ""
                : seconds(Duration.between(start, end == null ? Instant.now() : end)
                        .toSeconds());
    }

    /** A number of bytes, as in 10,46 Go; empty for null and for the unknown, which is negative. */
    public String bytes(Number bytes) {
        return bytes == null || bytes.longValue() < 0 ? "" : ByteText.of(bytes.longValue(), texts.currentLocale());
    }

    /** A rate in bytes per second as what goes by in a minute; empty for null and for none. */
    public String perMinute(Number bytesPerSecond) {
        if (bytesPerSecond == null || bytesPerSecond.longValue() <= 0) {
            return "";
        }
        return ByteText.of(bytesPerSecond.longValue() * 60, texts.currentLocale()) + "/min";
    }
}
