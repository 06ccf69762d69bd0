package fr.brume.lab.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OfferedMenuTest {
    @Test
    void theBarOfIpxeStopsAtItemsOnly() {
        OfferedMenu menu = OfferedMenu.read("""
                #!ipxe
                :menu
                menu Brume
                item --gap Host is NOT registered!
                item --gap
                item fog.local Boot from hard disk
                item --key m fog.memtest Run Memtest86+
                item fog.reg Quick Registration and Inventory
                choose --default fog.local --timeout 3000 entry && goto ${entry} || goto menu
                """);
        assertThat(menu.stepsTo("fog.local")).isZero();
        assertThat(menu.stepsTo("fog.reg")).isEqualTo(2);
        assertThatThrownBy(() -> menu.stepsTo("fog.debug")).hasMessageContaining("no fog.debug");
    }

    @Test
    void theBarOfGrubStartsAtTheDefault() {
        OfferedMenu menu = OfferedMenu.read("""
                set default=fog.local
                menuentry 'Machine NON enregistree !' --id header {
                true
                }
                menuentry 'Demarrer sur le disque dur' --id fog.local {
                reboot
                }
                menuentry 'L'\\''ecole' --id site.own --hotkey=b {
                true
                }
                """);
        assertThat(menu.stepsTo("site.own")).isEqualTo(1);
    }
}
