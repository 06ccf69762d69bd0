package fr.brume.service.link;

/** The TCP port of the image transfer, {@code BRUME_TRANSFER_PORT}: the one that is opened and the one that agents are told. */
public final class TransferPort {
    private static final int USUAL = 9069;

    private TransferPort() {}

    /** The port, 9069 unless the environment says otherwise. */
    public static int number() {
        String chosen = System.getenv("BRUME_TRANSFER_PORT");
        return chosen == null || chosen.isBlank() ? USUAL : Integer.parseInt(chosen.strip());
    }
}
