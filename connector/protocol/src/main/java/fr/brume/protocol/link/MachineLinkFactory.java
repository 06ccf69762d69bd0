package fr.brume.protocol.link;

import java.io.Serializable;

/** The connection factory that the resource adapter binds at {@code java:/eis/Brume}. */
public interface MachineLinkFactory extends Serializable {
    /**
     * A handle on the sockets that face the machines; close it after use.
     *
     * @throws LinkException when the resource adapter is stopped
     */
    MachineLink connect() throws LinkException;
}
