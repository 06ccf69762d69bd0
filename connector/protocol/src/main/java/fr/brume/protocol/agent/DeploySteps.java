package fr.brume.protocol.agent;

import java.util.List;

/**
 * What a deploy changes in the system that it has put on the disk, and what it runs besides.
 *
 * @param hostName that the system gets; empty to leave the image's
 * @param productKey that a generalised Windows gets; empty for none. A secret
 * @param drivers sets that a Windows gets, in order
 * @param domain that it joins
 * @param scripts in order
 */
public record DeploySteps(
        String hostName, String productKey, List<DriverOrder> drivers, DomainOrder domain, List<StepScript> scripts) {
    /** Nothing. */
    public static final DeploySteps NONE = new DeploySteps("", "", List.of(), DomainOrder.NONE, List.of());

    /** What servers of before did not say. */
    public DeploySteps {
        hostName = hostName == null ? "" : hostName;
        productKey = productKey == null ? "" : productKey;
        drivers = drivers == null ? List.of() : List.copyOf(drivers);
        domain = domain == null || domain.none() ? DomainOrder.NONE : domain;
        scripts = scripts == null ? List.of() : List.copyOf(scripts);
    }

    /** Whether a Windows is to get what only a Windows has. */
    public boolean concernWindows() {
        return !productKey.isEmpty() || !drivers.isEmpty();
    }

    /** Whether anything of a system is to be changed. */
    public boolean concernSystem() {
        return !hostName.isEmpty() || concernWindows() || !domain.none();
    }

    /** Without secrets and what the scripts hold. */
    @Override
    public String toString() {
        return "DeploySteps[" + hostName + ", " + scripts.size() + " scripts]";
    }
}
