package fr.brume.store;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskSpace;
import java.io.IOException;

/** Runs work on the disk and names what went wrong with it. */
final class Storage {
    interface Work {
        void run() throws IOException, FailureException;
    }

    interface Question<T> {
        T answer() throws IOException, FailureException;
    }

    private Storage() {}

    static void run(Work work) throws FailureException {
        of(() -> {
            work.run();
            return true;
        });
    }

    static <T> T of(Question<T> question) throws FailureException {
        try {
            return question.answer();
        } catch (IOException e) {
            throw DiskSpace.explain(e);
        }
    }
}
