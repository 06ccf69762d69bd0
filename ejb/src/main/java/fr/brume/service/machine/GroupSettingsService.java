package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.Image;
import fr.brume.domain.machine.ExitType;
import fr.brume.domain.machine.GroupSettings;
import fr.brume.domain.machine.GroupSettings.Field;
import fr.brume.domain.machine.HostGroup;
import fr.brume.domain.machine.HostState;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes settings to all hosts of a group, once: a host that comes later keeps its own. One statement, however many hosts, and one
 * entry in the audit trail.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class GroupSettingsService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    /**
     * Replaces what is chosen on every host of the group that does not wait for approval.
     *
     * @return how many hosts those are
     */
    public int apply(long groupId, GroupSettings settings) throws InvalidInputException {
        HostGroup group = em.find(HostGroup.class, groupId);
        Image image = settings.imageId() == null ? null : em.find(Image.class, settings.imageId());
        boolean imageGone = settings.has(Field.IMAGE) && settings.imageId() != null && image == null;
        settings.check()
                .refuseIf(group == null, "", "refusal.group.gone")
                .refuseIf(imageGone, "imageId", "refusal.image.gone")
                .orThrow();
        int hosts = update(groupId, settings, image);
        audit.record(
                AuditAction.CHANGED, "group " + group.getName(), "on " + hosts + " hosts: " + words(settings, image));
        return hosts;
    }

    private int update(long groupId, GroupSettings settings, Image image) {
        List<Field> fields = Arrays.stream(Field.values()).filter(settings::has).toList();
        String set = fields.stream()
                .map(field -> "h." + field.attribute() + " = " + place(field, settings, image))
                .collect(Collectors.joining(", "));
        Query statement = em.createQuery("UPDATE Host h SET " + set + " WHERE h.state = :state AND h.id IN"
                        + " (SELECT m.hostId FROM GroupMember m WHERE m.groupId = :group)")
                .setParameter("state", HostState.APPROVED)
                .setParameter("group", groupId);
        for (Field field : fields) {
            Object value = value(field, settings, image);
            if (value != null) {
                statement.setParameter(field.attribute(), value);
            }
        }
        return statement.executeUpdate();
    }

    /** The place of the value in the statement: databases take no null whose type nobody says. */
    private static String place(Field field, GroupSettings settings, Image image) {
        return value(field, settings, image) == null ? "NULL" : ":" + field.attribute();
    }

    private static Object value(Field field, GroupSettings settings, Image image) {
        return switch (field) {
            case IMAGE -> image;
            case PRODUCT_KEY -> settings.productKey();
            case PRIMARY_DISK -> settings.primaryDisk();
            case BIOS_EXIT -> settings.biosExit();
            case EFI_EXIT -> settings.efiExit();
            case KERNEL_ARGUMENTS -> settings.kernelArguments();
        };
    }

    /** Without the product key itself, which the audit trail never holds. */
    private static String words(GroupSettings settings, Image image) {
        return Arrays.stream(Field.values())
                .filter(settings::has)
                .map(field -> field.words() + said(field, value(field, settings, image)))
                .collect(Collectors.joining(", "));
    }

    private static String said(Field field, Object value) {
        if (field == Field.PRODUCT_KEY) {
            return "";
        }
        if (value instanceof Image image) {
            return " " + image.getName();
        }
        return value == null || value.equals("")
                ? " none"
                : " " + (value instanceof ExitType exit ? exit.name() : value);
    }
}
