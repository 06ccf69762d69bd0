package fr.brume.boot.client;

import fr.brume.boot.client.KindDecision.Ground;
import fr.brume.protocol.BoundedMap;
import fr.brume.protocol.dhcp.Architecture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Tells kinds of TFTP clients apart by what they said to DHCP servers and by the options of their read requests. Safe for threads.
 *
 * <p>A sign in the request itself always decides: an address that was a bare ROM a moment ago is iPXE as soon as iPXE asks, or
 * the machine would load iPXE for ever. A request without any sign keeps the answer {@link ClientKind#UEFI} that the same address
 * had within {@link #STICKY}, so that the request for the size and the one for the data get the same file. iPXE never needs
 * this, because it always sends its block size; and a ROM must not be taken for the iPXE of the boot before.
 */
public final class ClientKinds {
    /** For how long an address stays what it was seen to be. */
    public static final Duration STICKY = Duration.ofSeconds(30);

    /** Stands for the decision where the answer is the same for every client. */
    public static final KindDecision NOT_ASKED = new KindDecision(ClientKind.BIOS, Ground.NO_SIGN);

    private static final int IPXE_BLOCK_SIZE = 1432;
    private static final int EDK2_BLOCK_SIZE = 1468;

    private final InstantSource clock;
    private final Map<String, Instant> uefiUntil;

    /**
     * Remembers nothing yet.
     *
     * @param clock for the memory
     * @param capacity addresses remembered at most; the oldest is forgotten first
     */
    public ClientKinds(InstantSource clock, int capacity) {
        this.clock = clock;
        this.uefiUntil = BoundedMap.ofFirst(capacity);
    }

    /**
     * Decides for a client that was heard, or not.
     *
     * @param heard the architecture that the machine at this address has told DHCP servers; iPXE tells the same as the firmware
     *     before it, so its block size goes first
     */
    public KindDecision decide(String clientAddress, int blockSize, int windowSize, Optional<Architecture> heard) {
        boolean ipxe = bySigns(blockSize, windowSize).kind() == ClientKind.IPXE;
        return heard.filter(told -> !ipxe)
                .flatMap(ClientKinds::byArchitecture)
                .orElseGet(() -> decide(clientAddress, blockSize, windowSize));
    }

    private static Optional<KindDecision> byArchitecture(Architecture told) {
        ClientKind kind = switch (told.firmware()) {
            case BIOS -> ClientKind.BIOS;
            case UEFI -> told.processor().equals("x86_64") ? ClientKind.UEFI : ClientKind.OTHER_UEFI;
            case OTHER -> null;
        };
        return Optional.ofNullable(kind).map(known -> new KindDecision(known, Ground.DHCP_ARCHITECTURE));
    }

    /**
     * Decides by the request alone.
     *
     * @param clientAddress numeric address of the client
     * @param blockSize asked for; 0 when the option is absent
     * @param windowSize asked for; 0 when the option is absent
     */
    public synchronized KindDecision decide(String clientAddress, int blockSize, int windowSize) {
        KindDecision decision = bySigns(blockSize, windowSize);
        Instant now = clock.instant();
        if (decision.kind() == ClientKind.UEFI) {
            uefiUntil.put(clientAddress, now.plus(STICKY));
            return decision;
        }
        Instant until = uefiUntil.getOrDefault(clientAddress, Instant.MIN);
        if (decision.ground() == Ground.NO_SIGN && now.isBefore(until)) {
            return new KindDecision(ClientKind.UEFI, Ground.SEEN_BEFORE);
        }
        return decision;
    }

    static KindDecision bySigns(int blockSize, int windowSize) {
        if (windowSize > 0) {
            return new KindDecision(ClientKind.UEFI, Ground.WINDOW_SIZE);
        }
        if (blockSize == EDK2_BLOCK_SIZE) {
            return new KindDecision(ClientKind.UEFI, Ground.BLOCK_SIZE_1468);
        }
        if (blockSize == IPXE_BLOCK_SIZE) {
            return new KindDecision(ClientKind.IPXE, Ground.BLOCK_SIZE_1432);
        }
        return new KindDecision(ClientKind.BIOS, Ground.NO_SIGN);
    }
}
