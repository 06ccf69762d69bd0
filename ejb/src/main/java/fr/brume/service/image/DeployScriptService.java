package fr.brume.service.image;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.DeployScript;
import fr.brume.protocol.agent.StepScript;
import fr.brume.protocol.agent.StepScript.ScriptMoment;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the scripts that machines run around a deploy. They run as root on every machine that is deployed: only administrators
 * change them, and who did is in the audit trail.
 */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class DeployScriptService {
    private static final String FIELD = "file";
    private static final int MOST = 32;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    /** All of them, in the order in which they run. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<DeployScript> list() {
        return em.createQuery("SELECT s FROM DeployScript s ORDER BY s.name", DeployScript.class)
                .getResultList();
    }

    /** Those that are enabled, as machines get them. */
    @RolesAllowed(SYSTEM)
    public List<StepScript> orders() {
        return em.createQuery("SELECT s FROM DeployScript s WHERE s.enabled = TRUE ORDER BY s.name", DeployScript.class)
                .getResultStream()
                .map(script -> new StepScript(script.getName(), script.getMoment(), script.getContent()))
                .toList();
    }

    /** Takes a file; one of the same name is replaced. */
    public void store(String fileName, byte[] content, ScriptMoment moment) throws InvalidInputException {
        String name = fileName == null ? "" : fileName.replaceFirst("^.*[/\\\\]", "");
        if (!DeployScript.validName(name)) {
            throw refusal("refusal.script.name");
        }
        List<DeployScript> scripts = list();
        DeployScript script = scripts.stream()
                .filter(other -> other.getName().equals(name))
                .findFirst()
                .orElseGet(() -> new DeployScript(name));
        boolean added = script.getId() == null;
        if (added && scripts.size() >= MOST) {
            throw refusal("refusal.script.many");
        }
        script.replace(moment, text(content), audit.actor(), Instant.now());
        em.persist(script);
        note(added ? AuditAction.CREATED : AuditAction.CHANGED, script, moment.name());
    }

    /** Windows' ends of lines would be part of the last word of each line. */
    private static String text(byte[] content) throws InvalidInputException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content == null ? new byte[0] : content))
                    .toString()
                    .replace("\r\n", "\n");
            if (text.isBlank() || text.indexOf('\0') >= 0) {
                throw refusal("refusal.script.content");
            }
            if (text.length() > DeployScript.LONGEST) {
                throw refusal("refusal.script.long");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw refusal("refusal.script.content");
        }
    }

    public void enable(long id, boolean on) throws InvalidInputException {
        DeployScript script = existing(id);
        script.enable(on);
        note(AuditAction.CHANGED, script, on ? "enabled" : "disabled");
    }

    public void delete(long id) throws InvalidInputException {
        DeployScript script = existing(id);
        em.remove(script);
        note(AuditAction.DELETED, script, "");
    }

    private DeployScript existing(long id) throws InvalidInputException {
        DeployScript script = em.find(DeployScript.class, id);
        if (script == null) {
            throw new InvalidInputException(Refusal.of("", "refusal.script.gone"));
        }
        return script;
    }

    private void note(AuditAction action, DeployScript script, String detail) {
        audit.record(action, "script " + script.getName(), detail);
    }

    private static InvalidInputException refusal(String key) {
        return new InvalidInputException(Refusal.of(FIELD, key));
    }
}
