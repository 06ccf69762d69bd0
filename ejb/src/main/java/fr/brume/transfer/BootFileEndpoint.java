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

/** Answers the read requests of TFTP clients. */
@MessageDriven(name = "BootFileEndpoint", messageListenerInterface = BootFileListener.class)
@PermitAll
@RunAs(SYSTEM)
public class BootFileEndpoint implements BootFileListener {
    @EJB
    BootFileService files;

    @Override
    public BootFileAnswer resolve(BootFileRequest request) {
        return files.resolve(request);
    }
}
