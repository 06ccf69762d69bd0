package fr.brume.agent.imaging;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DiskReport;
import jakarta.json.bind.JsonbBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The agent's imaging in a process of its own: {@code ImagingProcess capture|deploy DEVICE BYTES PORT IMAGE [PIN]}. PORT is where
 * transfers are served on loopback, over TLS if there is the pin of a key; IMAGE is the file that holds the manifest between a capture and its deploys.
 */
final class ImagingProcess {
    private ImagingProcess() {}

    public static void main(String[] arguments) throws Exception {
        List<DiskReport> machine = List.of(ImagingLab.report(arguments[1], Long.parseLong(arguments[2]), 512));
        int port = Integer.parseInt(arguments[3]);
        Path image = Path.of(arguments[4]);
        try (ImagingLab lab = new ImagingLab(image.getParent())) {
            lab.pin = arguments.length > 5 ? arguments[5] : "";
            if (arguments[0].equals("capture")) {
                Files.writeString(image, JsonbBuilder.create().toJson(lab.captureAt(port, machine)));
            } else {
                lab.deployAt(port, read(image), machine);
            }
        }
    }

    /** What a capture has written down. */
    static CaptureRequest read(Path image) throws Exception {
        return JsonbBuilder.create().fromJson(Files.readString(image), CaptureRequest.class);
    }
}
