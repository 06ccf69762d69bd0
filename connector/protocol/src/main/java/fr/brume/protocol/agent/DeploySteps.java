package fr.brume.protocol.agent;

import java.util.List;

/**
 * What a deploy changes in the system that it has put on the disk, and what it runs besides.
 *
 * @param hostName that the system gets; empty to leave the image's
 * @param scripts in order
 */
public record DeploySteps(String hostName, List<StepScript> scripts) {
    /** Nothing. */
    public static final DeploySteps NONE = new DeploySteps("", List.of());

    /** What servers of before did not say. */
    public DeploySteps {
        hostName = hostName == null ? "" : hostName;
        scripts = scripts == null ? List.of() : List.copyOf(scripts);
    }

    /** Without what the scripts hold. */
    @Override
    public String toString() {
        return "DeploySteps[" + hostName + ", " + scripts.size() + " scripts]";
    }
}
