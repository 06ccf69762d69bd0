package fr.brume.adapter.peer;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.adapter.support.TransferBean;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.DhcpSettings;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferGrant.EarlierVersion;
import fr.brume.protocol.tls.ServerIdentity;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The adapter's image transfer in a process of its own: {@code TransferMain FOLDER KEY [EARLIER [TLS]]}. The session {@code write} may
 * fill the folder, out of that of an earlier version if there is one ({@code -} says none); every other one may read it, both with this
 * key (64 hexadecimal digits). TLS is the folder of a key for TLS, which is then asked for. Prints its port, and behind it the pin of that key; ends with its
 * input.
 */
public final class TransferMain {
    private static final int LEVEL = 3;

    private TransferMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]);
        byte[] sessionKey = HexFormat.of().parseHex(arguments[1]);
        Optional<EarlierVersion> earlier = folder(arguments, 2).map(version -> new EarlierVersion(version, LEVEL));
        Optional<Path> keys = folder(arguments, 3);
        TransferBean bean = new TransferBean();
        bean.grant(hello -> {
            if (keys.isPresent() && !hello.encrypted()) {
                return new TransferGrant.Refused(Failure.TLS_REQUIRED);
            }
            return hello.sessionId().equals("write")
                    ? new TransferGrant.Write(sessionKey, 1, folder, 0, earlier)
                    : new TransferGrant.Read(sessionKey, 1, folder);
        });
        try (RunningAdapter adapter = new RunningAdapter(request -> new BootFileAnswer.Refused(1, "none"), bean);
                MachineLink link = adapter.connect()) {
            Optional<ServerIdentity> identity =
                    keys.isPresent() ? Optional.of(ServerIdentity.load(keys.get())) : Optional.empty();
            link.open(new ListenerSettings("127.0.0.1", 0, 0, identity, DhcpSettings.NONE));
            String pin = identity.map(key -> " " + key.pin().hex()).orElse("");
            out.println(adapter.address("transfer").getPort() + pin);
            System.in.transferTo(PrintStream.nullOutputStream());
        }
    }

    private static Optional<Path> folder(String[] arguments, int index) {
        return arguments.length > index && !arguments[index].equals("-")
                ? Optional.of(Path.of(arguments[index]))
                : Optional.empty();
    }
}
