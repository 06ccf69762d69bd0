package fr.brume.service.boot;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.BootFileName;
import fr.brume.boot.ClientKinds;
import fr.brume.boot.KindDecision;
import fr.brume.boot.NetworkBootProgram;
import fr.brume.boot.NetworkBootProgram.Content;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Resolves what TFTP clients ask for; the same files by HTTP need no decision. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BootFileService {
    private static final int TFTP_FILE_NOT_FOUND = 1;
    private static final BootFileName SIGNED_SHIM = new BootFileName("shimx64.efi");

    @EJB
    BootService boot;

    @EJB
    TftpScripts scripts;

    @Inject
    BootFolder folder;

    @Inject
    BootClients clients;

    /** The answer to one read request; never null. */
    public BootFileAnswer resolve(BootFileRequest request) {
        return scripts.answer(request).orElseGet(() -> file(request));
    }

    private BootFileAnswer file(BootFileRequest request) {
        Optional<BootFileName> name = BootFileName.clean(request.name());
        if (name.isEmpty()) {
            return refusal();
        }
        Content content = NetworkBootProgram.contentFor(
                name.get(), kind(name.get(), request).kind(), SIGNED_SHIM);
        if (content instanceof Content.Plain plain) {
            return folder.find(plain.name())
                    .<BootFileAnswer>map(BootFileAnswer.OnDisk::new)
                    .orElseGet(BootFileService::refusal);
        }
        String script = boot.chainScript(request.serverAddress());
        return new BootFileAnswer.Made(script.getBytes(StandardCharsets.US_ASCII));
    }

    private KindDecision kind(BootFileName name, BootFileRequest request) {
        return NetworkBootProgram.dependsOnClient(name) ? clients.decide(name, request) : ClientKinds.NOT_ASKED;
    }

    private static BootFileAnswer refusal() {
        return new BootFileAnswer.Refused(TFTP_FILE_NOT_FOUND, "File not found");
    }
}
