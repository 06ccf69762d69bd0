package fr.brume.service.boot;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.client.ClientKinds;
import fr.brume.boot.client.KindDecision;
import fr.brume.boot.file.BootFileName;
import fr.brume.boot.file.NetworkBootProgram;
import fr.brume.boot.file.NetworkBootProgram.Content;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.service.boot.client.BootClients;
import fr.brume.service.boot.file.BootFolder;
import fr.brume.service.boot.file.FirstFiles;
import fr.brume.service.boot.journal.BootNotes;
import fr.brume.service.boot.plan.BootService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Resolves what TFTP clients ask for; the same files by HTTP need no decision. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BootFileService {
    private static final int TFTP_FILE_NOT_FOUND = 1;

    @EJB
    BootService boot;

    @EJB
    TftpScripts scripts;

    @EJB
    FirstFiles first;

    @Inject
    BootFolder folder;

    @Inject
    BootClients clients;

    @Inject
    BootNotes notes;

    /** The answer to one read request; never null. */
    public BootFileAnswer resolve(BootFileRequest request) {
        Instant start = Instant.now();
        Optional<BootFileAnswer> made = TftpScripts.made(request.name()) ? scripts.answer(request) : Optional.empty();
        made.ifPresent(answer -> notes.made(start, request, answer));
        return made.orElseGet(() -> file(start, request));
    }

    private BootFileAnswer file(Instant start, BootFileRequest request) {
        Optional<BootFileName> name = BootFileName.clean(request.name());
        KindDecision decision = name.map(asked -> kind(asked, request)).orElse(ClientKinds.NOT_ASKED);
        Optional<Content> content = name.map(asked -> content(asked, decision, request));
        BootFileAnswer answer = content.map(found -> answer(found, request)).orElseGet(BootFileService::refusal);
        notes.tftp(
                start,
                request,
                decision,
                answer,
                content.map(BootFileService::given).orElse(""));
        return answer;
    }

    /** Nearly all files are what they are called: no bean, and nothing of the site, has to be asked for those. */
    private Content content(BootFileName name, KindDecision decision, BootFileRequest request) {
        return NetworkBootProgram.isFirst(name)
                ? first.contentFor(name, decision.kind(), request.clientAddress())
                : NetworkBootProgram.contentFor(name, decision.kind(), name);
    }

    private static String given(Content content) {
        return content instanceof Content.Plain plain ? plain.name().text() : "";
    }

    private BootFileAnswer answer(Content content, BootFileRequest request) {
        if (content instanceof Content.Plain plain) {
            return folder.find(plain.name())
                    .<BootFileAnswer>map(BootFileAnswer.OnDisk::new)
                    .orElseGet(BootFileService::refusal);
        }
        if (content instanceof Content.LeftAlone) {
            return FirstFiles.LEFT_ALONE;
        }
        if (content instanceof Content.NoLoader) {
            return new BootFileAnswer.Refused(TFTP_FILE_NOT_FOUND, "No environment for this architecture");
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
