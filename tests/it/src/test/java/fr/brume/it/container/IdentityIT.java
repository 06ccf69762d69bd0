package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.account.Role;
import fr.brume.it.portal.PortalClient;
import fr.brume.service.machine.HostService;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whoever logs in at the portal is the caller of the services, with the roles of the account and no others. */
@ArquillianTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IdentityIT {
    private static final String FIRST = "un premier mot de passe";
    private static final String CHOSEN = "puis le mien, plus long";
    private static final String CALLER = "/it/caller";

    @EJB
    private AccountMaker maker;

    @EJB
    private HostService hosts;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(
                IdentityIT.class, AccountMaker.class, CallerProbe.class, CallerServlet.class, PortalClient.class);
    }

    @Test
    @Order(1)
    void anAdministratorMakesAccounts() throws InvalidInputException {
        maker.make("technicienne", FIRST, Role.TECHNICIAN);
        maker.make("administratrice", FIRST, Role.ADMINISTRATOR);
    }

    @Test
    @Order(2)
    void nobodyGetsPastTheServices() {
        assertThatThrownBy(() -> hosts.count()).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @Order(3)
    @RunAsClient
    void aTechnicianIsATechnicianInTheBeans() {
        PortalClient client = client();
        client.logIn("technicienne", FIRST);
        client.changePassword(FIRST, CHOSEN);
        assertThat(client.get(CALLER).body()).isEqualTo("technicienne technicienne hosts=allowed accounts=denied");
    }

    @Test
    @Order(4)
    @RunAsClient
    void aSecondLoginReplacesTheFirst() {
        PortalClient client = client();
        client.logIn("technicienne", CHOSEN);
        client.logIn("administratrice", FIRST);
        client.changePassword(FIRST, CHOSEN);
        assertThat(client.get(CALLER).body())
                .isEqualTo("administratrice administratrice hosts=allowed accounts=allowed");
    }

    @Test
    @Order(5)
    @RunAsClient
    void anEndedSessionIsNobody() {
        PortalClient client = client();
        client.logIn("technicienne", CHOSEN);
        client.submit("/host/hostList.xhtml", "session", java.util.Map.of(), "logout");
        assertThat(PortalClient.target(client.get(CALLER))).isEqualTo("/login.xhtml");
    }

    private static PortalClient client() {
        return new PortalClient(URI.create("http://127.0.0.1:" + System.getenv("BRUME_HTTP_PORT")));
    }
}
