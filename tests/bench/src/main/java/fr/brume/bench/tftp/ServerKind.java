package fr.brume.bench.tftp;

/** Who is compared. */
enum ServerKind {
    BRUME("Brume", true),
    HPA("tftpd-hpa", false),
    ATFTPD("atftpd", true),
    DNSMASQ("dnsmasq", false);

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

    /** The address of the loopback network where it listens, on port 69: dnsmasq knows no other. */
    String address() {
        return "127.69.0." + (ordinal() + 1);
    }
}
