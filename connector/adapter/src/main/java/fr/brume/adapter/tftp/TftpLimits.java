package fr.brume.adapter.tftp;

/**
 * How much a flood can take. One transfer holds less than {@value #HEAP_OF_ONE} bytes of heap beside the bytes of a file that was made for it (a few KiB), and at most 16 KiB of
 * native memory when it reads a file from the disk: 16 MiB for {@link #USUAL}. A socket with its 180 KiB serves up to 64 of them.
 *
 * @param transfers at once
 * @param perClient transfers at once of one client address; a relay or a router may stand before many machines
 */
public record TftpLimits(int transfers, int perClient) {
    /** Bytes of heap that a transfer takes at most, whatever the size of its file and of its blocks. */
    public static final int HEAP_OF_ONE = 4096;

    public static final TftpLimits USUAL = new TftpLimits(1024, 512);
}
