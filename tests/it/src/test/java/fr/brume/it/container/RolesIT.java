package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.domain.account.Role;
import fr.brume.domain.driver.DriverSetDraft;
import fr.brume.domain.machine.DomainJoinDraft;
import fr.brume.domain.machine.HostDraft;
import fr.brume.it.portal.PortalClient;
import fr.brume.protocol.MacAddress;
import fr.brume.service.account.AccountService;
import fr.brume.service.account.UserDraft;
import fr.brume.service.agent.DriverHandout;
import fr.brume.service.driver.DriverSetService;
import fr.brume.service.machine.DomainJoinService;
import fr.brume.service.machine.HostService;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** The services ask for the caller's role themselves, whichever way the caller came in. */
@ArquillianTest
class RolesIT {
    private static final String FIRST = "premier mot de passe";
    private static final String OWN = "un autre mot de passe";

    @Inject
    private HostService hosts;

    @Inject
    private AccountService accounts;

    @Inject
    private DomainJoinService domain;

    @Inject
    private DriverSetService drivers;

    @Inject
    private DriverHandout handout;

    @Inject
    private AsViewer viewer;

    @Inject
    private AsTechnician technician;

    @Inject
    private AsAdministrator administrator;

    @Inject
    private AsNobody nobody;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(
                RolesIT.class,
                AsViewer.class,
                AsTechnician.class,
                AsAdministrator.class,
                AsNobody.class,
                PortalClient.class);
    }

    @Test
    void aTechnicianWrites() throws Exception {
        long id = technician.call(
                () -> hosts.create(draft("PC-TECH", "0a:00:27:66:00:01")).getId());
        assertThat(viewer.call(() -> hosts.find(id))).isPresent();
    }

    @Test
    void aViewerReadsAndDoesNotWrite() throws Exception {
        assertThat(viewer.call(() -> hosts.count())).isNotNegative();
        HostDraft draft = draft("PC-VUE", "0a:00:27:66:00:02");
        assertThatThrownBy(() -> viewer.call(() -> hosts.create(draft))).isInstanceOf(EJBAccessException.class);
        assertThat(find(draft)).isEmpty();
    }

    @Test
    void nobodyDoesNothing() {
        assertThatThrownBy(() -> nobody.call(() -> hosts.count())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> hosts.count()).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void aTechnicianMakesNoAccounts() {
        UserDraft draft = new UserDraft("intrus", "Intrus", FIRST, Set.of(Role.ADMINISTRATOR), true);
        assertThatThrownBy(() -> technician.call(() -> accounts.create(draft))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void theRolesOfALoginReachTheServices() throws Exception {
        login("lecteur", Role.VIEWER);
        PortalClient looking = login("technicien", Role.TECHNICIAN);
        assertThat(create(looking, "PC-WEB", "0a:00:27:66:00:03")).isEqualTo("/host/hostList.xhtml");
        PortalClient reading = new PortalClient(portal());
        reading.logIn("lecteur", OWN);
        assertThat(reading.get("/host/hostList.xhtml").body()).contains("PC-WEB");
        HostDraft refused = draft("PC-NON", "0a:00:27:66:00:04");
        assertThat(create(reading, refused.name(), refused.primaryMac())).isEqualTo("/error/denied");
        assertThat(reading.get("/error/denied").statusCode()).isEqualTo(403);
        assertThat(find(refused)).isEmpty();
    }

    @Test
    void onlyAnAdministratorSeesAndChangesHowSystemsJoinTheirDomain() throws Exception {
        DomainJoinDraft draft = new DomainJoinDraft("lycee.example", "", "LYCEE\\join", "un mot de passe");
        for (Caller caller : List.<Caller>of(viewer::call, technician::call)) {
            refused(() -> caller.call(domain::find));
            refused(() -> caller.call(done(() -> domain.store(draft))));
            refused(() -> caller.call(done(domain::forget)));
        }
        assertThat(administrator.call(domain::find)).isEmpty();
        refused(() -> administrator.call(() -> domain.order(null, null)));
    }

    @Test
    void driverSetsAreForAllToSeeAndForAdministratorsToChange() throws Exception {
        DriverSetDraft draft = new DriverSetDraft("intrus", "Dell*", "");
        for (Caller caller : List.<Caller>of(viewer::call, technician::call)) {
            assertThat((List<?>) caller.call(drivers::list)).isEmpty();
            refused(() -> caller.call(done(() -> drivers.store(draft, InputStream.nullInputStream()))));
            refused(() -> caller.call(done(() -> drivers.enable(1, false))));
            refused(() -> caller.call(done(() -> drivers.delete(1))));
            refused(() -> caller.call(() -> drivers.archive("00".repeat(32))));
            refused(() -> caller.call(() -> handout.file("session", 1)));
        }
        refused(() -> administrator.call(() -> handout.file("session", 1)));
    }

    @Test
    void thePagesOfDomainAndDriversAskForTheRoleToo() throws Exception {
        for (Role role : List.of(Role.VIEWER, Role.TECHNICIAN)) {
            PortalClient client = login("pages-" + role.name().toLowerCase(Locale.ROOT), role);
            assertThat(client.get("/setting/domainJoin.xhtml").statusCode()).isEqualTo(403);
            assertThat(client.get("/image/imageImport.xhtml").statusCode())
                    .isEqualTo(role == Role.TECHNICIAN ? 200 : 403);
            HttpResponse<String> driverPage = client.get("/image/driverSets.xhtml");
            assertThat(driverPage.statusCode()).isEqualTo(200);
            assertThat(driverPage.body()).doesNotContain("upload:send");
        }
        PortalClient all = login("pages-administrator", Role.ADMINISTRATOR);
        assertThat(all.get("/setting/domainJoin.xhtml").statusCode()).isEqualTo(200);
        assertThat(all.get("/image/driverSets.xhtml").body()).contains("upload:send");
    }

    /** The services on behalf of a role. */
    private interface Caller {
        Object call(Callable<?> call) throws Exception;
    }

    /** Something to be done that answers nothing. */
    private interface Change {
        void run() throws Exception;
    }

    private static Callable<Void> done(Change change) {
        return () -> {
            change.run();
            return null;
        };
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void aSessionEndsWhenItsAccountChanges() throws Exception {
        PortalClient client = login("mutable", Role.TECHNICIAN);
        assertThat(client.get("/host/hostCreate.xhtml").statusCode()).isEqualTo(200);
        change("mutable", Role.VIEWER, true);
        assertThat(PortalClient.target(client.get("/host/hostCreate.xhtml"))).isEqualTo("/login.xhtml");
        client.logIn("mutable", OWN);
        assertThat(client.get("/host/hostList.xhtml").statusCode()).isEqualTo(200);
        change("mutable", Role.VIEWER, false);
        assertThat(PortalClient.target(client.get("/host/hostList.xhtml"))).isEqualTo("/login.xhtml");
    }

    private void change(String login, Role role, boolean enabled) throws Exception {
        administrator.call(() -> {
            long id = accounts.list().stream()
                    .filter(user -> user.getLogin().equals(login))
                    .findFirst()
                    .orElseThrow()
                    .getId();
            return accounts.update(id, new UserDraft(login, login, "", Set.of(role), enabled));
        });
    }

    @Test
    void aRefusalLeavesNoStackTraceInTheLog() throws Exception {
        Path log = Path.of(System.getProperty("jboss.server.log.dir"), "server.log");
        long before = Files.size(log);
        assertThatThrownBy(() -> viewer.call(() -> hosts.create(draft("PC-LOG", "0a:00:27:66:00:05"))))
                .isInstanceOf(EJBAccessException.class);
        try (InputStream said = Files.newInputStream(log)) {
            said.skipNBytes(before);
            assertThat(new String(said.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("failed on component HostService");
        }
    }

    private PortalClient login(String name, Role role) throws Exception {
        administrator.call(() -> accounts.create(new UserDraft(name, name, FIRST, Set.of(role), true)));
        PortalClient client = new PortalClient(portal());
        client.logIn(name, FIRST);
        client.changePassword(FIRST, OWN);
        return client;
    }

    private static String create(PortalClient client, String name, String mac) {
        return PortalClient.target(
                client.submit("/host/hostCreate.xhtml", "host", Map.of("name", name, "primaryMac", mac), "add"));
    }

    private Optional<?> find(HostDraft draft) throws Exception {
        MacAddress mac = MacAddress.parse(draft.primaryMac()).orElseThrow();
        return viewer.call(() -> hosts.findByMac(mac));
    }

    private static URI portal() {
        return URI.create("http://127.0.0.1:" + System.getenv("BRUME_HTTP_PORT"));
    }

    private static HostDraft draft(String name, String mac) {
        return HostDraft.of(name, "", mac, null);
    }
}
