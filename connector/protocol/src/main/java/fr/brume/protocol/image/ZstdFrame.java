package fr.brume.protocol.image;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;

/** What can be known of a zstd frame without decompressing it. Buffers are direct or have an array. */
final class ZstdFrame {
    private ZstdFrame() {}

    /** Decompressed length that the header of the frame says; negative when it is no frame or says nothing. */
    static long contentLength(ByteBuffer frame) {
        return frame.isDirect()
                ? Zstd.getDirectByteBufferFrameContentSize(frame, frame.position(), frame.remaining())
                : Zstd.getFrameContentSize(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
    }

    /** Whether the buffer holds exactly one frame, nothing behind it. */
    static boolean isOne(ByteBuffer frame) {
        long length = frame.isDirect()
                ? Zstd.findDirectByteBufferFrameCompressedSize(frame, frame.position(), frame.remaining())
                : Zstd.findFrameCompressedSize(
                        frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
        return length == frame.remaining();
    }
}
