package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.imaging.VolatileDisks.Fault;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A disk that refuses a write, or loses its power, at any of the places where a deploy writes: the deploy is never done, the disk
 * never starts half restored, and the next run makes it the same as if nothing had happened.
 */
class PowerCutIT extends ImagingTest {
    private static final int SOME = 4;
    private static final int MANY = 60;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void ofADosDisk() throws Exception {
        everywhere(SmallDisks.dos(lab, folder.resolve("source")), SOME);
    }

    @Test
    void ofAGpt() throws Exception {
        everywhere(SmallDisks.gpt(lab, folder.resolve("source")), SOME);
    }

    @Test
    @Tag("full")
    void inManyPlacesOfADosDisk() throws Exception {
        everywhere(SmallDisks.dos(lab, folder.resolve("source")), MANY);
    }

    @Test
    @Tag("full")
    void inManyPlacesOfAGpt() throws Exception {
        everywhere(SmallDisks.gpt(lab, folder.resolve("source")), MANY);
    }

    @Test
    void aSourceThatCannotBeReadSomewhereIsNotCaptured() throws Exception {
        DiskReport source = SmallDisks.dos(lab, folder.resolve("source"));
        VolatileDisks[] disks = new VolatileDisks[1];
        lab.around = real -> disks[0] = new VolatileDisks(real, Fault.READ_ERROR, 0, random);
        lab.capture(List.of(source));
        String whole = lab.shell("cd " + lab.store + "; sha256sum *.img *.chunks");
        long reads = disks[0].events();
        for (int i = 0; i < SOME; i++) {
            long at = 1 + random.nextInt((int) reads);
            String what = "seed %d: read %d of %d".formatted(seed, at, reads);
            lab.store = Files.createDirectory(folder.resolve("store" + i));
            lab.around = real -> new VolatileDisks(real, Fault.READ_ERROR, at, random);
            assertThatExceptionOfType(FailureException.class)
                    .as(what)
                    .isThrownBy(() -> lab.capture(List.of(source)))
                    .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_READ));
            lab.around = real -> real;
            lab.capture(List.of(source));
            assertThat(lab.shell("cd " + lab.store + "; sha256sum *.img *.chunks"))
                    .as(what)
                    .isEqualTo(whole);
        }
    }

    private void everywhere(DiskReport source, int places) throws Exception {
        CaptureRequest image = lab.capture(List.of(source));
        SameDisks same = new SameDisks(lab, image, source.device());
        DiskReport target = SmallDisks.blank(lab, folder.resolve("target"));
        long events = run(image, target, Fault.POWER_CUT, 0);
        for (int i = 0; i < places; i++) {
            // Half of them in the last steps, where the disk becomes one that starts.
            long at =
                    i % 2 == 0 ? 1 + random.nextInt((int) events) : events - random.nextInt(Math.min(12, (int) events));
            Fault fault = random.nextBoolean() ? Fault.POWER_CUT : Fault.WRITE_ERROR;
            String what = "seed %d: %s at %d of %d".formatted(seed, fault, at, events);
            if (random.nextBoolean()) {
                lab.shell("blkdiscard --zeroout " + target.device() + "; head -c 5000000 /dev/urandom > "
                        + target.device());
            }
            cut(image, target, fault, at, what, same);
            lab.around = disks -> disks;
            lab.options = ImagingOptions.USUAL;
            lab.progress = new TaskProgress(System::nanoTime);
            lab.deploy(image, List.of(target));
            same.assertSame(what, target.device());
        }
    }

    private void cut(CaptureRequest image, DiskReport target, Fault fault, long at, String what, SameDisks same)
            throws Exception {
        assertThatExceptionOfType(FailureException.class).as(what).isThrownBy(() -> run(image, target, fault, at));
        lab.shell("sync");
        if (SameDisks.starts(target.device())) {
            assertThat(same.different(target.device()).stream()
                            .filter(sector -> sector > 0)
                            .toArray())
                    .as(what + ": a disk that starts is whole")
                    .isEmpty();
        }
    }

    /** How many writes and flushes that took. */
    private long run(CaptureRequest image, DiskReport target, Fault fault, long at) throws Exception {
        VolatileDisks[] disks = new VolatileDisks[1];
        // Whatever the disk has: as many writes each time.
        lab.options =
                new ImagingOptions(ComparisonMode.OFF, VerificationMode.OFF, FreeSpaceMode.KEEP, false, false, false);
        lab.around = real -> disks[0] = new VolatileDisks(real, fault, at, random);
        lab.progress = new TaskProgress(System::nanoTime);
        lab.deploy(image, List.of(target));
        return disks[0].events();
    }
}
