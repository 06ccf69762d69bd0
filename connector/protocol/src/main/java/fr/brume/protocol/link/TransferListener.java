package fr.brume.protocol.link;

/**
 * Authorises image transfers and hears of their life; implemented by a message-driven bean, called on pool threads. The three
 * events are transactional and idempotent by transfer id.
 */
public interface TransferListener {
    /** What the session of this id may do, or why nothing; never null. The key in it is then proved by the client. */
    TransferGrant authorise(TransferHello hello);

    void started(TransferEvent event);

    void finished(TransferEvent event);

    void failed(TransferEvent event);
}
