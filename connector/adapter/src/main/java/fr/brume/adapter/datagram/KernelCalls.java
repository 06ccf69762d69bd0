package fr.brume.adapter.datagram;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/** The C library's calls for many datagrams at a time, recvmmsg(2) and sendmmsg(2), and what it takes to use them. */
final class KernelCalls {
    static final int AGAIN = 11;
    static final int INTERRUPTED = 4;
    /** EIO, EINVAL, EMSGSIZE: how the kernel says that it does not cut a message on this way. */
    static final Set<Integer> UNCUT = Set.of(5, 22, 90);

    static final int SOL_UDP = 17;
    /** Since Linux 4.18. */
    static final int UDP_SEGMENT = 103;
    /** MSG_DONTWAIT */
    static final int DO_NOT_WAIT = 0x40;

    private static final Logger LOG = System.getLogger(KernelCalls.class.getName());
    private static final boolean AVAILABLE = register();

    private KernelCalls() {}

    private static boolean register() {
        try {
            if (Platform.isLinux() && Native.POINTER_SIZE == Long.BYTES) {
                Native.register(KernelCalls.class, "c");
                return true;
            }
        } catch (LinkageError | RuntimeException e) {
            LOG.log(Level.WARNING, "TFTP sends packets one by one, since no native library can be loaded: " + e);
        }
        return false;
    }

    /** Whether this class can be used: on a 64-bit Linux where the library was found. */
    static boolean available() {
        return AVAILABLE;
    }

    /** Messages are told by their address, as a number: that spares an object on its way. */
    static native int recvmmsg(int socket, long messages, int count, int flags, long timeout);

    static native int sendmmsg(int socket, long messages, int count, int flags);

    static native int getsockname(int socket, Pointer address, Pointer length);

    static native int getsockopt(int socket, int level, int option, Pointer value, Pointer length);
}
