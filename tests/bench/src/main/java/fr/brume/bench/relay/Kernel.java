package fr.brume.bench.relay;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The calls of Linux that make an interface of a program, and move a thread to another network. */
final class Kernel {
    private static final int READ_WRITE = 2;
    private static final int NON_BLOCKING = 0x800;
    private static final long TUNSETIFF = 0x400454caL;
    private static final long TUNSETOFFLOAD = 0x400454d0L;
    /** IFF_TUN, IFF_NO_PI. */
    private static final short TUN_WITHOUT_HEADER = 0x1001;
    /** IFF_VNET_HDR. */
    private static final short CARD_HEADER = 0x4000;
    /** TUN_F_CSUM, TUN_F_TSO4, TUN_F_TSO6, TUN_F_USO4, TUN_F_USO6: the last two since Linux 6.2. */
    private static final long OFFLOADS = 0x67;

    private static final int CLONE_NEWNET = 0x40000000;
    private static final int NAME = 16;
    private static final int REQUEST = 40;

    static {
        Native.register(Kernel.class, "c");
    }

    private Kernel() {}

    private static native int open(String path, int flags);

    private static native int ioctl(int file, long request, Pointer argument);

    private static native int setns(int file, int kind);

    private static native int close(int file);

    /** Bytes by their address, without the cost of an object. */
    static native long read(int file, long bytes, long count);

    static native long write(int file, long bytes, long count);

    private static native int ioctl(int file, long request, long argument);

    /**
     * A new interface of this thread's network whose packets are read from and written to what is given.
     *
     * @param offload whether it takes checksums not yet made and messages not yet cut, as a network card does; each packet has a virtio_net_hdr then
     */
    static int tun(String name, boolean offload) throws IOException {
        int file = checked(open("/dev/net/tun", READ_WRITE | NON_BLOCKING), "open /dev/net/tun");
        try (Memory request = new Memory(REQUEST)) {
            request.clear();
            byte[] text = name.getBytes(StandardCharsets.US_ASCII);
            request.write(0, text, 0, Math.min(text.length, NAME - 1));
            request.setShort(NAME, offload ? TUN_WITHOUT_HEADER | CARD_HEADER : TUN_WITHOUT_HEADER);
            checked(ioctl(file, TUNSETIFF, request), "TUNSETIFF");
        }
        if (offload) {
            checked(ioctl(file, TUNSETOFFLOAD, OFFLOADS), "TUNSETOFFLOAD");
        }
        return file;
    }

    /** This thread's sockets are of that network from now on. */
    static void enter(Path network) throws IOException {
        int file = checked(open(network.toString(), 0), "open " + network);
        try {
            checked(setns(file, CLONE_NEWNET), "setns");
        } finally {
            close(file);
        }
    }

    private static int checked(int result, String what) throws IOException {
        if (result < 0) {
            throw new IOException(what + ": error " + Native.getLastError());
        }
        return result;
    }
}
