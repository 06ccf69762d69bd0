package fr.brume.agent.screen;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;

/**
 * What the machine is made of, and whether the environment can drive it.
 *
 * @param inventory of the machine
 * @param host name in the portal; empty when not registered
 * @param seconds until the restart
 */
public record SystemInformationView(InventoryReport inventory, String host, long seconds) implements View {
    private static final int LISTED = 4;

    @Override
    public void draw(Page page, Texts texts) {
        page.row(texts.text("host"), host.isEmpty() ? texts.text("host.unknown") : host);
        page.row(texts.text("system"), dmi("sys_vendor") + " " + dmi("product_name") + " " + dmi("product_version"));
        page.row(texts.text("serial"), dmi("product_serial"));
        page.row("UUID", inventory.systemUuid());
        page.row(texts.text("board"), dmi("board_vendor") + " " + dmi("board_name"));
        page.row(texts.text("firmware"), inventory.firmware() + ", " + dmi("bios_vendor") + " " + dmi("bios_version"));
        page.row(texts.text("processor"), inventory.cores() + " x " + inventory.cpu());
        page.row(texts.text("memory"), texts.bytes(inventory.memoryBytes())).blank();
        inventory.interfaces().stream().limit(LISTED).forEach(i -> draw(page, texts, i));
        page.blank();
        inventory.disks().stream().limit(LISTED).forEach(d -> draw(page, texts, d));
        if (inventory.disks().isEmpty()) {
            page.row(texts.text("disk"), texts.text("disk.none"));
        }
        page.blank().paragraph(texts.text("next.enter", texts.duration(seconds)));
    }

    private static void draw(Page page, Texts texts, NetworkInterfaceReport i) {
        String speed = i.speed() == 0 ? "" : ", " + i.speed() + " Mbit/s";
        page.row(texts.text("interface"), i.name() + ", " + i.mac() + ", " + i.driver() + speed);
    }

    private static void draw(Page page, Texts texts, DiskReport d) {
        page.row(texts.text("disk"), d.device() + ", " + texts.bytes(d.bytes()) + ", " + d.model() + " " + d.serial());
    }

    private String dmi(String name) {
        return inventory.dmi().getOrDefault(name, "");
    }
}
