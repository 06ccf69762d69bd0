package fr.brume.adapter.tftp;

/**
 * How much a flood can take.
 *
 * @param transfers at once
 * @param perClient transfers at once of one client address; a relay or a router may stand before many machines
 */
public record TftpLimits(int transfers, int perClient) {
    public static final TftpLimits USUAL = new TftpLimits(1024, 512);
}
