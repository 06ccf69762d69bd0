package fr.brume.protocol.link;

/**
 * One read request.
 *
 * @param name as asked, at most 255 characters, not yet cleaned
 * @param clientAddress of the machine, numeric
 * @param clientPort of the machine
 * @param serverAddress local address by which it came
 * @param blockSize asked; 0 when the option is absent
 * @param windowSize asked; 0 when the option is absent
 * @param sizeOnly whether tsize 0 was asked, which often precedes the real request
 */
public record BootFileRequest(
        String name,
        String clientAddress,
        int clientPort,
        String serverAddress,
        int blockSize,
        int windowSize,
        boolean sizeOnly) {}
