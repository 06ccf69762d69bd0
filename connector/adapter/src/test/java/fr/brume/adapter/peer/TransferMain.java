package fr.brume.adapter.peer;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.adapter.support.TransferBean;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The adapter's image transfer in a process of its own: {@code TransferMain FOLDER KEY}. The session {@code write} may fill the folder,
 * every other one may read it, both with this key (64 hexadecimal digits). Prints its port; ends with its input.
 */
public final class TransferMain {
    private TransferMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]);
        byte[] key = HexFormat.of().parseHex(arguments[1]);
        TransferBean bean = new TransferBean();
        bean.grant(hello -> grant(hello, key, folder));
        try (RunningAdapter adapter = new RunningAdapter(request -> new BootFileAnswer.Refused(1, "none"), bean);
                MachineLink link = adapter.connect()) {
            link.open(new ListenerSettings("127.0.0.1", 0, 0));
            out.println(adapter.address("transfer").getPort());
            System.in.transferTo(PrintStream.nullOutputStream());
        }
    }

    private static TransferGrant grant(TransferHello hello, byte[] key, Path folder) {
        return hello.sessionId().equals("write")
                ? new TransferGrant.Write(key, 1, folder, 0)
                : new TransferGrant.Read(key, 1, folder);
    }
}
