package fr.brume.domain.driver;

import fr.brume.protocol.agent.DriverOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The archives that an order named, whatever became of their sets since. */
@Embeddable
public class OrderedDrivers {
    @Column(name = "DRIVERS")
    private String text = "";

    protected OrderedDrivers() {}

    /** None. */
    public static OrderedDrivers none() {
        return new OrderedDrivers();
    }

    /** Those of this order. */
    public static OrderedDrivers of(Collection<DriverOrder> orders) {
        OrderedDrivers ordered = new OrderedDrivers();
        ordered.text =
                orders.stream().map(order -> order.id() + "=" + order.sha256()).collect(Collectors.joining(" "));
        return ordered;
    }

    /** SHA-256 of the archive that was ordered of this set, lower-case hexadecimal; empty when none was. */
    public Optional<String> digest(long set) {
        return Optional.ofNullable(digests().get(set));
    }

    /** Of all. */
    public List<String> all() {
        return List.copyOf(digests().values());
    }

    private Map<Long, String> digests() {
        return Arrays.stream(text.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(pair -> Long.valueOf(pair[0]), pair -> pair[1]));
    }
}
