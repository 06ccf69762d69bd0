package fr.brume.domain.setting;

import java.time.ZoneId;
import java.util.Set;

/** What a setting's text must be. */
public enum SettingKind {
    LANGUAGE {
        @Override
        public boolean accepts(String text) {
            return Set.of("fr", "en").contains(text);
        }
    },
    TIME_ZONE {
        @Override
        public boolean accepts(String text) {
            return ZoneId.getAvailableZoneIds().contains(text);
        }
    },
    /** Whole seconds, 1 to a day. */
    SECONDS {
        @Override
        public boolean accepts(String text) {
            return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= 86_400;
        }
    },
    /** Whole days, 1 to ten years. */
    DAYS {
        @Override
        public boolean accepts(String text) {
            return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= 3_660;
        }
    },
    BOOLEAN {
        @Override
        public boolean accepts(String text) {
            return Set.of("true", "false").contains(text);
        }
    };

    /** Whether a setting of this kind may have this value. */
    public abstract boolean accepts(String text);
}
