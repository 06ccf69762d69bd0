package fr.brume.bench.tftp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How each server is started, in the foreground, all for the same folder of files and on the same processor. */
final class ServerCommands {
    private final List<String> prefix;
    private final Path files;
    private final List<String> brume;

    /**
     * @param prefix words before each command, which give it processor and priority
     * @param brume what starts Brume
     */
    ServerCommands(List<String> prefix, Path files, List<String> brume) {
        this.prefix = List.copyOf(prefix);
        this.files = files;
        this.brume = List.copyOf(brume);
    }

    List<String> of(ServerKind kind) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                switch (kind) {
                    case BRUME -> brume;
                    case HPA ->
                        List.of(
                                "in.tftpd",
                                "--listen",
                                "--foreground",
                                "--address",
                                kind.address() + ":69",
                                "--secure",
                                "" + files);
                    case ATFTPD ->
                        List.of(
                                "atftpd",
                                "--daemon",
                                "--no-fork",
                                "--maxthread",
                                "1000",
                                "--no-multicast",
                                "--verbose=0",
                                "--logfile",
                                "/dev/null",
                                "--bind-address",
                                kind.address(),
                                "" + files);
                    case DNSMASQ ->
                        List.of(
                                "dnsmasq",
                                "--keep-in-foreground",
                                "--conf-file=/dev/null",
                                "--pid-file=",
                                "--log-facility=/dev/null",
                                "--port=0",
                                "--bind-interfaces",
                                "--listen-address=" + kind.address(),
                                "--enable-tftp",
                                "--tftp-max=1000",
                                "--tftp-root=" + files);
                });
        return command;
    }
}
