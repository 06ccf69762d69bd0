package fr.brume.transfer;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileListener;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.service.boot.BootFileService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Answers the read requests of TFTP clients. Most of them need no database: what does begins its own transaction. */
@MessageDriven(name = "BootFileEndpoint", messageListenerInterface = BootFileListener.class)
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BootFileEndpoint implements BootFileListener {
    @EJB
    BootFileService files;

    @Override
    public BootFileAnswer resolve(BootFileRequest request) {
        return files.resolve(request);
    }
}
