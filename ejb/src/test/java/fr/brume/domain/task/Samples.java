package fr.brume.domain.task;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.storage.StorageNode;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.EndAction;
import java.lang.reflect.Field;
import java.time.Instant;

/** Things to test with, outside a database. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");

    private Samples() {}

    static Image image(boolean enabled, boolean protectedImage) {
        ImageDraft usual = ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10);
        ImageDraft draft = new ImageDraft(
                usual.name(),
                "",
                null,
                usual.operatingSystem(),
                "win10",
                usual.imageType(),
                usual.partitionChoice(),
                enabled,
                true,
                false,
                protectedImage,
                5,
                usual.imageFormat(),
                null);
        return numbered(new Image(draft, new StorageGroup("default"), "brume", NOW), 7);
    }

    static Image captured() {
        Image image = image(true, false);
        ImageVersion version = new ImageVersion(image, 1, "pc", 1, NOW);
        version.commit(10, 5, NOW);
        image.use(version);
        return image;
    }

    static Host host(Image image) {
        Host host = new Host("pc", new MacAddress("08:00:27:00:00:01"), "brume", NOW);
        host.assign(image);
        return numbered(host, 3);
    }

    static Task task(TaskType type, Instant scheduledFor) {
        TaskDraft draft = new TaskDraft(3, type, scheduledFor, EndAction.REBOOT, false);
        return new Task(draft, host(captured()), "brume", NOW);
    }

    static StorageNode node(long id, int maxClients) {
        return numbered(new StorageNode("node" + id, new StorageGroup("default"), maxClients), id);
    }

    private static Field idOf(Class<?> type) throws NoSuchFieldException {
        try {
            return type.getDeclaredField("id");
        } catch (NoSuchFieldException inherited) {
            return type.getSuperclass().getDeclaredField("id");
        }
    }

    private static <T> T numbered(T entity, long id) {
        try {
            Field field = idOf(entity.getClass());
            field.setAccessible(true);
            field.set(entity, id);
            return entity;
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
