package fr.brume.service.agent;

/** The port of the image transfer, {@code BRUME_TRANSFER_PORT}. */
final class TransferPort {
    private static final int USUAL = 9069;

    private TransferPort() {}

    static int number() {
        String chosen = System.getenv("BRUME_TRANSFER_PORT");
        return chosen == null || chosen.isBlank() ? USUAL : Integer.parseInt(chosen.strip());
    }
}
