package fr.brume.protocol.image;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where {@link HeadReader} finds the decompressed head frames; asked for each once, in order. */
public interface HeadSource {
    /** The content of one head frame; it stays valid until the next call. */
    ByteBuffer content(int frame) throws IOException, FailureException;
}
