package fr.brume.agent.deploy;

import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.Base64;

/** The small files of the version to deploy. */
final class SideFiles {
    private SideFiles() {}

    /** The content of one; IMAGE_CORRUPT when it is missing or empty. */
    static byte[] of(TaskOrder order, String name) throws FailureException {
        byte[] content = optional(order, name);
        if (content.length == 0) {
            throw new FailureException(Failure.IMAGE_CORRUPT, name);
        }
        return content;
    }

    /** The content of one; empty when there is none. */
    static byte[] optional(TaskOrder order, String name) throws FailureException {
        try {
            return order.sideFiles().stream()
                    .filter(file -> file.name().equals(name))
                    .map(SideFile::content)
                    .map(Base64.getDecoder()::decode)
                    .findFirst()
                    .orElse(new byte[0]);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.IMAGE_CORRUPT, e, name);
        }
    }
}
