package fr.brume.boot.plan;

/** What the first line of the menu says of the machine. */
public sealed interface MenuHeader {
    /** Key of its text in the bundle {@code fr.brume.boot.text.Boot}. */
    String key();

    /** Nobody registered it. */
    record Unknown() implements MenuHeader {
        @Override
        public String key() {
            return "header.unknown";
        }
    }

    /**
     * It is a host.
     *
     * @param name of the host
     */
    record Registered(String name) implements MenuHeader {
        @Override
        public String key() {
            return "header.registered";
        }
    }

    /** What it shows is known, but does not fit: somebody has to look at it. */
    record Doubtful() implements MenuHeader {
        @Override
        public String key() {
            return "header.doubtful";
        }
    }

    /** It announced itself and waits for a technician's approval. */
    record Pending() implements MenuHeader {
        @Override
        public String key() {
            return "header.pending";
        }
    }
}
