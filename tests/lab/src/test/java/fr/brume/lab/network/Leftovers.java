package fr.brume.lab.network;

import fr.brume.test.process.Command;
import java.util.List;

/** Takes away what an earlier run of the lab left: processes in its namespaces, the namespaces, its loop devices. */
final class Leftovers {
    private Leftovers() {}

    static void clean() {
        List<String> present = Command.run("ip", "netns", "list")
                .lines()
                .map(line -> line.split(" ")[0])
                .toList();
        for (Namespace namespace : Namespace.values()) {
            if (present.contains(namespace.label())) {
                end(namespace.label());
                Command.run("ip", "netns", "delete", namespace.label());
            }
        }
        Command.attempt("ip", "link", "delete", Namespace.PREFIX + "-door");
        freeLoopDevices();
    }

    private static void end(String namespace) {
        Command.run("ip", "netns", "pids", namespace)
                .lines()
                .map(Long::parseLong)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .forEach(handle -> {
                    handle.destroyForcibly();
                    handle.onExit().join();
                });
    }

    /** Only those whose file lies in this lab's folder are ours. */
    private static void freeLoopDevices() {
        String ours = LabFolder.root() + "/";
        Command.run("losetup", "--list", "--noheadings", "--output", "NAME,BACK-FILE")
                .lines()
                .map(line -> line.strip().split("\\s+", 2))
                .filter(words -> words.length == 2 && words[1].startsWith(ours))
                .forEach(words -> {
                    Command.attempt("umount", words[0]);
                    Command.attempt("losetup", "--detach", words[0]);
                });
    }
}
