package fr.brume.protocol.dhcp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Packets as real firmware sent them, with QEMU's own iPXE ROM (Debian 12) and EDK2 (ovmf 2022.11). */
final class Captured {
    private Captured() {}

    static ByteBuffer packet(String name) throws IOException {
        try (InputStream hex = Captured.class.getResourceAsStream(name + ".hex")) {
            String text = new String(hex.readAllBytes(), StandardCharsets.US_ASCII);
            return ByteBuffer.wrap(HexFormat.of().parseHex(text.replaceAll("\\s", "")));
        }
    }

    static DhcpPacket read(String name) throws IOException {
        return DhcpReader.read(packet(name)).orElseThrow();
    }
}
