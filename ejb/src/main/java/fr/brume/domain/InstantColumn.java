package fr.brume.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/**
 * Stores a moment as milliseconds since 1970 in a BIGINT: the same on every database, whatever the time zone of server,
 * driver and session, and free of the hour that daylight saving drops.
 */
@Converter(autoApply = true)
public class InstantColumn implements AttributeConverter<Instant, Long> {
    @Override
    public Long convertToDatabaseColumn(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    @Override
    public Instant convertToEntityAttribute(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
