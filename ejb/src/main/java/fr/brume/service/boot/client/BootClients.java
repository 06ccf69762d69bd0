package fr.brume.service.boot.client;

import fr.brume.boot.client.ClientKinds;
import fr.brume.boot.client.KindDecision;
import fr.brume.boot.file.BootFileName;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.service.log.SaidLately;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** The clients of TFTP seen lately, with what each was taken for. Says each decision once in the log. Safe for threads. */
@ApplicationScoped
public class BootClients {
    private static final System.Logger LOG = System.getLogger(BootClients.class.getName());
    private static final int MOST_CLIENTS = 4096;

    private final ClientKinds kinds = new ClientKinds(InstantSource.system(), MOST_CLIENTS);
    private final SaidLately said = new SaidLately(InstantSource.system(), ClientKinds.STICKY, MOST_CLIENTS);

    @Inject
    BootMachines machines;

    /** Decides what asks for a file whose content depends on it. */
    public KindDecision decide(BootFileName name, BootFileRequest request) {
        KindDecision decision = kinds.decide(
                request.clientAddress(),
                request.blockSize(),
                request.windowSize(),
                machines.architectureAt(request.clientAddress()));
        if (said.isNew(request.clientAddress(), decision)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "TFTP client {0} asks for {1} and is taken for {2}: {3}",
                    request.clientAddress(),
                    name.text(),
                    decision.kind(),
                    decision.ground());
        }
        return decision;
    }
}
