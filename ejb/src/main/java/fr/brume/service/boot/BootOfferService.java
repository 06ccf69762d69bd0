package fr.brume.service.boot;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.diagnosis.DhcpWords;
import fr.brume.boot.file.ProxyFile;
import fr.brume.boot.rendering.BootSite;
import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.boot.BootGround;
import fr.brume.domain.boot.BootMachine;
import fr.brume.domain.boot.BootProtocol;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.dhcp.Architecture;
import fr.brume.protocol.dhcp.BootClient;
import fr.brume.protocol.dhcp.DhcpPacket;
import fr.brume.protocol.dhcp.Ipv4Address;
import fr.brume.protocol.dhcp.MessageType;
import fr.brume.protocol.dhcp.OptionCode;
import fr.brume.protocol.link.BootOffer;
import fr.brume.protocol.link.DhcpHeard;
import fr.brume.service.boot.client.BootMachines;
import fr.brume.service.boot.journal.BootJournal;
import fr.brume.service.boot.site.BootSites;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes note of machines that speak to DHCP servers, and offers them a file where the proxy is on. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BootOfferService {
    @EJB
    SettingService settings;

    @Inject
    BootMachines machines;

    @Inject
    BootJournal journal;

    @Inject
    BootSites sites;

    /** One offer for each address that one may leave from; none where nothing is built for the machine. */
    public List<BootOffer> hear(DhcpHeard heard) {
        Instant start = Instant.now();
        BootClient client = BootClient.of(heard.packet());
        BootMachine machine = machine(heard, client);
        machines.heard(machine, client.architecture());
        List<BootOffer> offers = heard.serverAddresses().stream()
                .flatMap(server -> offer(client, server))
                .toList();
        journal.note(event(start, heard, machine, offers));
        return offers;
    }

    private Stream<BootOffer> offer(BootClient client, String server) {
        BootSite site = sites.reachedBy(server);
        return ProxyFile.of(client, site, settings.get(SettingKey.BOOT_UEFI_LOADER)).stream()
                .map(file -> new BootOffer(server, site.address(), file));
    }

    private static BootMachine machine(DhcpHeard heard, BootClient client) {
        DhcpPacket packet = heard.packet();
        boolean confirmed = packet.type().filter(MessageType.REQUEST::equals).isPresent();
        Ipv4Address address = packet.client().present() || !confirmed
                ? packet.client()
                : packet.options().address(OptionCode.REQUESTED_ADDRESS).orElse(Ipv4Address.NONE);
        Architecture.Firmware firmware =
                client.architecture().map(Architecture::firmware).orElse(Architecture.Firmware.OTHER);
        return new BootMachine(
                packet.mac().text(),
                address.present() ? address.text() : "",
                client.machineId(),
                client.ipxe() ? "iPXE" : firmware == Architecture.Firmware.OTHER ? "" : firmware.name(),
                client.architecture().map(Architecture::processor).orElse(""));
    }

    private static BootEvent event(Instant start, DhcpHeard heard, BootMachine machine, List<BootOffer> offers) {
        DhcpPacket packet = heard.packet();
        boolean unserved = !heard.serverAddresses().isEmpty() && offers.isEmpty();
        BootAnswer answer = unserved ? BootAnswer.NO_LOADER : offers.isEmpty() ? BootAnswer.HEARD : BootAnswer.OFFER;
        String chosen = packet.options()
                .address(OptionCode.SERVER)
                .map(Ipv4Address::text)
                .orElse("");
        String given = offers.isEmpty() ? chosen : offers.get(0).file();
        return new BootEvent(start, machine, BootProtocol.DHCP, asked(packet), answer, given)
                .because(answer == BootAnswer.HEARD ? BootGround.NONE : BootGround.DHCP_ARCHITECTURE)
                .took(Duration.between(start, Instant.now()).toMillis());
    }

    private static String asked(DhcpPacket packet) {
        boolean http = BootClient.of(packet).http();
        Optional<Ipv4Address> wanted = packet.options().address(OptionCode.REQUESTED_ADDRESS);
        return packet.type()
                .map(type -> new DhcpWords(http, type, wanted).text())
                .orElse("BOOTP");
    }
}
