package fr.brume.agent.deploy;

import fr.brume.agent.steps.StepSupply;
import fr.brume.agent.task.Conversation;
import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.agent.OrderSeal;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What steps get by the session of the task. */
record SessionSupply(Conversation conversation) implements StepSupply {
    @Override
    public void drivers(DriverOrder order, Path file) throws FailureException {
        conversation.server().drivers(order.id(), order.bytes(), file);
    }

    @Override
    public byte[] secret(String sealed) throws FailureException {
        try {
            byte[] key = Base64.getUrlDecoder().decode(conversation.session().key());
            return new OrderSeal(MessageDigest.getInstance("SHA-256").digest(key)).open(sealed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
