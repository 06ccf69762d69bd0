package fr.brume.service.boot.menu;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Changes the picture behind the boot menu. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class MenuBackgroundService {
    private static final System.Logger LOG = System.getLogger(MenuBackgroundService.class.getName());
    private static final String FIELD = "background";

    @EJB
    AuditService audit;

    @Inject
    MenuBackground background;

    @Inject
    Event<BootMenuChanged> changed;

    /** Whether the site has a picture. */
    public boolean exists() {
        return background.file().isPresent();
    }

    /** Takes this picture from now on; refused beside {@code background} when loaders cannot show it. */
    public void replace(byte[] png) throws InvalidInputException {
        if (png == null || png.length == 0) {
            throw new InvalidInputException(Refusal.of(FIELD, "refusal.background.missing"));
        }
        try {
            background.store(png);
        } catch (IOException e) {
            throw notStored(e);
        }
        note(AuditAction.CHANGED);
    }

    /** Goes without a picture. */
    public void remove() throws InvalidInputException {
        try {
            background.remove();
        } catch (IOException e) {
            throw notStored(e);
        }
        note(AuditAction.DELETED);
    }

    private static InvalidInputException notStored(IOException cause) {
        LOG.log(Level.WARNING, "The background of the boot menu was not changed", cause);
        return new InvalidInputException(Refusal.of(FIELD, "refusal.background.notStored"));
    }

    private void note(AuditAction action) {
        audit.record(action, "boot menu background", "");
        changed.fire(new BootMenuChanged());
    }
}
