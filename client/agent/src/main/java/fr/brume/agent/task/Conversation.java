package fr.brume.agent.task;

import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.progress.Waiting;
import fr.brume.agent.screen.Display;
import fr.brume.agent.server.AgentServer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Session;

/**
 * What every activity works with.
 *
 * @param server with a session
 * @param session of this boot
 * @param inventory of this machine
 * @param display its screen
 * @param connection whether the server answers
 * @param waiting how time passes
 */
public record Conversation(
        AgentServer server,
        Session session,
        InventoryReport inventory,
        Display display,
        ConnectionState connection,
        Waiting waiting) {
    /** The same on a machine that is this host now. */
    public Conversation as(String hostName) {
        Session named = new Session(
                session.id(),
                session.key(),
                session.purpose(),
                session.locale(),
                session.transferPort(),
                hostName,
                session.serverTime());
        return new Conversation(server, named, inventory, display, connection, waiting);
    }
}
