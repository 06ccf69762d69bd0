package fr.brume.boot.diagnosis;

import fr.brume.boot.diagnosis.BootAdvice.Trouble;
import fr.brume.domain.boot.BootEvent;
import fr.brume.protocol.dhcp.Ipv4Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with the network rather than with one machine. */
final class NetworkTroubles {
    /** Fewer addresses say too little about the range they come from. */
    private static final int FEWEST_ADDRESSES = 3;

    private static final int SAME_NETWORK = 0xffffff00;

    private NetworkTroubles() {}

    static List<BootAdvice> of(List<BootEvent> events, BootSurroundings around) {
        List<BootAdvice> advice = new ArrayList<>();
        if (!around.tftpOpen()) {
            advice.add(advice(Trouble.TFTP_CLOSED, around.now(), Integer.toString(around.tftpPort())));
        }
        List<BootEvent> requests = events.stream()
                .filter(event -> DhcpWords.of(event).filter(DhcpWords::request).isPresent())
                .toList();
        if (!requests.isEmpty()) {
            Instant latest = requests.get(requests.size() - 1).getAt();
            servers(requests, around.ownAddresses(), latest).ifPresent(advice::add);
            around.ownAddresses().stream()
                    .flatMap(own -> range(own, requests, latest).stream())
                    .forEach(advice::add);
        }
        return advice;
    }

    private static Optional<BootAdvice> servers(List<BootEvent> requests, Set<String> own, Instant latest) {
        Set<String> servers = requests.stream()
                .map(BootEvent::getGiven)
                .filter(server -> Ipv4Address.parse(server).isPresent() && !own.contains(server))
                .collect(Collectors.toCollection(TreeSet::new));
        return servers.size() < 2
                ? Optional.empty()
                : Optional.of(advice(Trouble.TWO_DHCP_SERVERS, latest, String.join(", ", servers)));
    }

    /** The own address is asked for, or lies between addresses of its network that are. */
    private static Optional<BootAdvice> range(String ownAddress, List<BootEvent> requests, Instant latest) {
        Optional<Ipv4Address> own = Ipv4Address.parse(ownAddress);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<Integer> given = requests.stream()
                .flatMap(event -> DhcpWords.of(event).flatMap(DhcpWords::address).stream())
                .map(Ipv4Address::bits)
                .filter(bits -> (bits & SAME_NETWORK) == (own.get().bits() & SAME_NETWORK))
                .collect(Collectors.toCollection(TreeSet::new));
        int mine = own.get().bits();
        boolean between = given.size() >= FEWEST_ADDRESSES && given.first() < mine && mine < given.last();
        if (!between && !given.contains(mine)) {
            return Optional.empty();
        }
        return Optional.of(advice(
                Trouble.ADDRESS_IN_RANGE,
                latest,
                ownAddress,
                new Ipv4Address(given.first()).text(),
                new Ipv4Address(given.last()).text()));
    }

    private static BootAdvice advice(Trouble trouble, Instant at, String... arguments) {
        return new BootAdvice(trouble, "", at, List.of(arguments));
    }
}
