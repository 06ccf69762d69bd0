package fr.brume.adapter.peer;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.adapter.support.TransferBean;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferGrant.EarlierVersion;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The adapter's image transfer in a process of its own: {@code TransferMain FOLDER KEY [EARLIER]}. The session {@code write} may fill
 * the folder, out of that of an earlier version if there is one; every other one may read it, both with this key (64 hexadecimal
 * digits). Prints its port; ends with its input.
 */
public final class TransferMain {
    private static final int LEVEL = 3;

    private TransferMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]);
        byte[] key = HexFormat.of().parseHex(arguments[1]);
        Optional<EarlierVersion> earlier =
                arguments.length > 2 ? Optional.of(new EarlierVersion(Path.of(arguments[2]), LEVEL)) : Optional.empty();
        TransferBean bean = new TransferBean();
        bean.grant(hello -> hello.sessionId().equals("write")
                ? new TransferGrant.Write(key, 1, folder, 0, earlier)
                : new TransferGrant.Read(key, 1, folder));
        try (RunningAdapter adapter = new RunningAdapter(request -> new BootFileAnswer.Refused(1, "none"), bean);
                MachineLink link = adapter.connect()) {
            link.open(new ListenerSettings("127.0.0.1", 0, 0));
            out.println(adapter.address("transfer").getPort());
            System.in.transferTo(PrintStream.nullOutputStream());
        }
    }
}
