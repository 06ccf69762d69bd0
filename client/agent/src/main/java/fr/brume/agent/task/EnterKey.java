package fr.brume.agent.task;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.Waiting;
import fr.brume.protocol.fault.Failure;
import java.io.IOException;
import java.io.InputStream;

/** A wait that ends when Enter is pressed. A console without keyboard never ends it. */
public final class EnterKey {
    private EnterKey() {}

    public static Waiting listen(InputStream keyboard) {
        Cancellation pressed = new Cancellation();
        Thread reader = new Thread(() -> read(keyboard, pressed), "keyboard");
        reader.setDaemon(true);
        reader.start();
        return pressed;
    }

    private static void read(InputStream keyboard, Cancellation pressed) {
        try {
            for (int key = keyboard.read(); key >= 0; key = keyboard.read()) {
                if (key == '\n' || key == '\r') {
                    pressed.cancel(Failure.CANCELLED);
                    return;
                }
            }
        } catch (IOException e) {
            System.getLogger(EnterKey.class.getName()).log(System.Logger.Level.DEBUG, "keyboard", e);
        }
    }
}
