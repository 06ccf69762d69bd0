package fr.brume.service.link;

import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.dhcp.ProxyAnswer;
import fr.brume.protocol.link.DhcpSettings;
import fr.brume.protocol.link.LinkException;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.MachineLinkFactory;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.tls.ServerIdentity;
import fr.brume.service.BrumeHome;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Opens the sockets that face the machines once the database is ready, and closes them with the application. The resource
 * adapter may start after this bean, so a refused connection is tried again until it is accepted. Safe for threads.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Listeners {
    private static final Logger LOG = System.getLogger(Listeners.class.getName());
    private static final long RETRY_MILLIS = 500;

    /** What machines start without; a port of these that cannot be had is no trouble. */
    private static final Set<String> OPTIONAL = Set.of("dhcp", "proxy");

    @EJB
    SettingService settings;

    @Resource(lookup = "java:/eis/Brume")
    private MachineLinkFactory factory;

    @Resource
    private TimerService timers;

    private volatile boolean opened;
    private Optional<ServerIdentity> identity = Optional.empty();

    @PostConstruct
    void start() {
        identity = identity();
        open();
    }

    @Timeout
    void open() {
        try (MachineLink link = factory.connect()) {
            link.open(wanted()).forEach(Listeners::report);
            opened = true;
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, "The resource adapter is not ready yet", e);
            timers.createSingleActionTimer(RETRY_MILLIS, new TimerConfig(null, false));
        }
    }

    @PreDestroy
    void stop() {
        try (MachineLink link = factory.connect()) {
            link.closeListeners();
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, "The resource adapter closed its sockets itself", e);
        }
    }

    /** Follows the settings: the part that the server takes in DHCP may be chosen while it runs. */
    public void follow() {
        if (opened) {
            ask(link -> {
                try {
                    return link.open(wanted());
                } catch (LinkException e) {
                    LOG.log(Level.WARNING, "The listeners could not be changed", e);
                    return List.of();
                }
            });
        }
    }

    /** Whether the sockets were opened; a single listener may still have failed, see {@link #states()}. */
    public boolean ready() {
        return opened;
    }

    /** The state of each listener; empty while the adapter is not ready. */
    public List<ListenerState> states() {
        return ask(MachineLink::listeners);
    }

    /** The transfers under way, with their counters as they are now. */
    public List<TransferSnapshot> transfers() {
        return ask(MachineLink::transfers);
    }

    /** Wakes a machine by its address. False when no packet could be sent: that is logged, not thrown, since tasks go on without. */
    public boolean wake(MacAddress mac) {
        try (MachineLink link = factory.connect()) {
            link.wake(mac);
            return true;
        } catch (LinkException e) {
            LOG.log(Level.WARNING, "No Wake-on-LAN packet could be sent to " + mac, e);
            return false;
        }
    }

    private <T> List<T> ask(Function<MachineLink, List<T>> question) {
        try (MachineLink link = factory.connect()) {
            return question.apply(link);
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, "The resource adapter does not answer", e);
            return List.of();
        }
    }

    private ListenerSettings wanted() {
        DhcpSettings dhcp = new DhcpSettings(
                settings.is(SettingKey.BOOT_DHCP_LISTEN),
                settings.is(SettingKey.BOOT_DHCP_PROXY),
                Integer.parseInt(environment("BRUME_DHCP_PORT", "67")),
                Integer.parseInt(environment("BRUME_PROXY_PORT", Integer.toString(ProxyAnswer.PORT))));
        return new ListenerSettings(
                environment("BRUME_BIND", "0.0.0.0"),
                Integer.parseInt(environment("BRUME_TFTP_PORT", "69")),
                TransferPort.number(),
                identity,
                dhcp);
    }

    /** The key of the portal's HTTPS; as there, another one needs a start of the server. */
    private static Optional<ServerIdentity> identity() {
        try {
            return Optional.of(ServerIdentity.load(BrumeHome.folder().resolve("tls")));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The TLS key cannot be read: images can only be transferred without TLS", e);
            return Optional.empty();
        }
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static void report(ListenerState state) {
        String place = state.protocol() + " " + state.address() + ":" + state.port();
        if (state.open()) {
            LOG.log(Level.INFO, "Listening: {0}", place);
        } else if (OPTIONAL.contains(state.protocol())) {
            LOG.log(Level.INFO, "Not listening: {0}: {1}", place, state.reason());
        } else {
            LOG.log(Level.ERROR, "Not listening: {0}: {1}", place, state.reason());
        }
    }
}
