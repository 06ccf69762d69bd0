package fr.brume.bench.tftp;

/** Who is compared. */
enum ServerKind {
    BRUME("Brume", true),
    HPA("tftpd-hpa", false),
    ATFTPD("atftpd", true),
    DNSMASQ("dnsmasq", false);

    /** All addresses, as a prefix. */
    static final String ADDRESSES = "10.69.0.0/24";

    private final String label;
    private final boolean windows;

    ServerKind(String label, boolean windows) {
        this.label = label;
        this.windows = windows;
    }

    String label() {
        return label;
    }

    /** Whether it knows windowsize, RFC 7440. */
    boolean windows() {
        return windows;
    }

    /** The address where it listens, on port 69: dnsmasq knows no other. */
    String address() {
        return "10.69.0." + (ordinal() + 1);
    }
}
