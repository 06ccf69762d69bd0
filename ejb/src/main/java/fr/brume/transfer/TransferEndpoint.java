package fr.brume.transfer;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferEvent;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import fr.brume.protocol.link.TransferListener;
import fr.brume.service.agent.TransferService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;

/** Authorises image transfers and hears of their life. */
@MessageDriven(name = "TransferEndpoint", messageListenerInterface = TransferListener.class)
@PermitAll
@RunAs(SYSTEM)
public class TransferEndpoint implements TransferListener {
    private static final System.Logger LOG = System.getLogger(TransferEndpoint.class.getName());

    @EJB
    TransferService transfers;

    @Override
    public TransferGrant authorise(TransferHello hello) {
        try {
            return transfers.grant(hello);
        } catch (FailureException e) {
            LOG.log(System.Logger.Level.INFO, "Transfer from {0} refused: {1}", hello.clientAddress(), e.failure());
            return new TransferGrant.Refused(e.failure());
        }
    }

    @Override
    public void started(TransferEvent event) {
        LOG.log(System.Logger.Level.INFO, "Transfer of task {0} with {1} started", event.taskId(), event.peer());
    }

    @Override
    public void finished(TransferEvent event) {
        LOG.log(
                System.Logger.Level.INFO,
                "Transfer of task {0} with {1} ended after {2} bytes",
                event.taskId(),
                event.peer(),
                event.bytes());
    }

    @Override
    public void failed(TransferEvent event) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Transfer of task {0} with {1} failed after {2} bytes: {3}",
                event.taskId(),
                event.peer(),
                event.bytes(),
                event.failure());
        transfers.failed(event);
    }
}
