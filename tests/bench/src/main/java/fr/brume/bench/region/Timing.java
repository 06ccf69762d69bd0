package fr.brume.bench.region;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall time and processor time of all threads of the process, in nanoseconds. */
record Timing(long wall, long processor) {
    interface Work {
        void run() throws Exception;
    }

    static Timing of(Work work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Timing(System.nanoTime() - wall, system.getProcessCpuTime() - processor);
    }

    double mebibytesPerSecond(long bytes) {
        return bytes / 1048576.0 / (wall / 1e9);
    }

    double processorSecondsPerGibibyte(long bytes) {
        return processor / 1e9 / (bytes / 1073741824.0);
    }
}
