package fr.brume.service.boot.file;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.client.ClientKind;
import fr.brume.boot.file.BootFileName;
import fr.brume.boot.file.NetworkBootProgram;
import fr.brume.boot.file.NetworkBootProgram.Content;
import fr.brume.domain.boot.BootFileOverrides;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.service.boot.client.BootMachines;
import fr.brume.service.boot.client.Neighbours;
import fr.brume.service.machine.HostService;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** The first file of a machine as the site wants it: by kind of client, but for machines that the site names. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FirstFiles {
    /** Tells firmware to go on. */
    public static final BootFileAnswer LEFT_ALONE = new BootFileAnswer.Refused(1, "No task for this machine");

    @EJB
    SettingService settings;

    @EJB
    HostService hosts;

    @EJB
    TaskService tasks;

    @Inject
    Neighbours neighbours;

    @Inject
    BootMachines machines;

    /** What stands behind this name for this client. */
    public Content contentFor(BootFileName name, ClientKind kind, String clientAddress) {
        if (leavesAlone(name, clientAddress)) {
            return new Content.LeftAlone();
        }
        if (!NetworkBootProgram.dependsOnClient(name)) {
            return NetworkBootProgram.contentFor(name, kind, name);
        }
        BootFileName uefiLoader = new BootFileName(settings.get(SettingKey.BOOT_UEFI_LOADER));
        Content usual = NetworkBootProgram.contentFor(name, kind, uefiLoader);
        return usual instanceof Content.Plain ? override(clientAddress).orElse(usual) : usual;
    }

    private Optional<Content> override(String clientAddress) {
        return BootFileOverrides.parse(settings.get(SettingKey.BOOT_FILES))
                .flatMap(
                        lines -> lines.fileFor(clientAddress, lines.needsMac() ? mac(clientAddress) : Optional.empty()))
                .flatMap(BootFileName::clean)
                .map(Content.Plain::new);
    }

    /**
     * Whether the firmware had better go on without a boot file: the site hides the menu and wants this, and the machine is a host
     * for which no task waits. Only its address is known by now; who cannot be told by it gets the file.
     */
    public boolean leavesAlone(BootFileName name, String clientAddress) {
        return NetworkBootProgram.isFirst(name)
                && settings.is(SettingKey.BOOT_REFUSE_IDLE)
                && settings.is(SettingKey.BOOT_MENU_HIDDEN)
                && mac(clientAddress).filter(this::isIdle).isPresent();
    }

    /** As the kernel has just resolved it, else as the machine told DHCP servers. */
    private Optional<MacAddress> mac(String clientAddress) {
        return neighbours
                .macOf(clientAddress)
                .or(() -> MacAddress.parse(machines.at(clientAddress).mac()));
    }

    private boolean isIdle(MacAddress mac) {
        Optional<Host> host = hosts.findByMac(mac);
        return host.isPresent() && tasks.waitingFor(host.get().getId()).isEmpty();
    }
}
