package fr.brume.adapter.support;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.link.TransferEvent;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import fr.brume.protocol.link.TransferListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An application that grants what the test says and hands on the events it hears. */
public final class TransferBean implements TransferListener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private volatile Function<TransferHello, TransferGrant> authority =
            hello -> new TransferGrant.Refused(Failure.UNAUTHORISED);

    public void grant(Function<TransferHello, TransferGrant> grant) {
        authority = grant;
    }

    /** The next event as {@code kind task failure}; waits for it. */
    public String nextEvent() throws InterruptedException {
        return events.poll(5, TimeUnit.SECONDS);
    }

    @Override
    public TransferGrant authorise(TransferHello hello) {
        return authority.apply(hello);
    }

    @Override
    public void started(TransferEvent event) {
        events.add("started " + event.taskId() + " " + event.failure());
    }

    @Override
    public void finished(TransferEvent event) {
        events.add("finished " + event.taskId() + " " + event.failure());
    }

    @Override
    public void failed(TransferEvent event) {
        events.add("failed " + event.taskId() + " " + event.failure());
    }
}
