package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.network.LabFolder;
import fr.brume.lab.portal.Browser;
import fr.brume.lab.portal.Portal;
import fr.brume.lab.site.Site;
import fr.brume.test.process.Command;
import fr.brume.test.server.BrumeServer;
import fr.brume.test.server.ServerPlace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of groups as a person with a browser uses them; no machine is needed, and no network but the loopback. */
class GroupPagesIT {
    private static final String FIRST_PASSWORD = "premier-mot-de-passe";
    private static final Path FOLDER = LabFolder.of("groups");

    private static BrumeServer server;
    private static Portal portal;

    @BeforeAll
    static void openPortal() {
        Command.run("rm", "-rf", "--one-file-system", FOLDER.resolve("work").toString());
        server = BrumeServer.start(
                ServerPlace.onLoopback(LabFolder.of("groups/work")).with("BRUME_ADMIN_PASSWORD", FIRST_PASSWORD));
        portal = new Portal(Browser.open(server.portal(), FOLDER.resolve("pictures")));
        portal.logIn(Site.ACCOUNT, FIRST_PASSWORD);
        portal.changePassword(FIRST_PASSWORD, Site.PASSWORD);
        portal.dashboard();
    }

    @AfterAll
    static void close() {
        if (portal != null) {
            portal.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aGroupIsMadeAndItsHostsComeAndGoAndAreWrittenTo() {
        assertThat(portal.groups().list()).contains("Aucun groupe pour l’instant.");
        look("empty");
        portal.createHost("poste-1", "08:00:27:00:00:01", "");
        portal.createHost("poste-2", "08:00:27:00:00:02", "");
        portal.groups().create("Salle B12");
        assertThat(portal.browser().text()).contains("Le groupe Salle B12 a été créé.");
        look("new");
        portal.groups().add("poste-1");
        portal.groups().add("poste-2");
        portal.groups().remove("poste-2");
        look("hosts");
        portal.groups().write("primaryDisk", "/dev/nvme0n1");
        assertThat(portal.browser().text()).contains("Une machine a été modifiée.");
        look("settings");
        assertThat(portal.groups().list()).contains("Salle B12").containsPattern("(?s)Salle B12.*\\b1\\b");
        look("list");
        assertThat(primaryDisk("poste-1")).isEqualTo("/dev/nvme0n1");
        assertThat(primaryDisk("poste-2")).isEmpty();
    }

    private static String primaryDisk(String host) {
        portal.hosts().open(host);
        return portal.hosts().value("primaryDisk");
    }

    /** As a small screen and as a telephone have it. */
    private static void look(String name) {
        portal.browser().resize(1366, 900);
        portal.browser().picture(name + "-1366");
        portal.browser().resize(390, 844);
        portal.browser().picture(name + "-390");
        portal.browser().resize(1366, 900);
    }
}
