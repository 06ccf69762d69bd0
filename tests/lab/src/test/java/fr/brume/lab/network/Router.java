package fr.brume.lab.network;

import fr.brume.test.process.Await;
import fr.brume.test.process.BackgroundProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The site's router as the tutorial leaves it: isc-dhcp-server with next-server, filename and option 66, and nothing
 * else unless HTTP Boot is wanted. Beside it an IPv6 router advertiser without any prefix spares each iPXE 13 seconds of waiting for one. Not
 * thread-safe.
 */
public final class Router implements AutoCloseable {
    private static final String DHCP = """
            authoritative;
            default-lease-time 3600;
            max-lease-time 7200;
            option domain-name "localdomain";
            option domain-name-servers 192.168.10.1;
            option tftp-server-name code 66 = text;
            %s
            subnet 192.168.10.0 netmask 255.255.255.0 {
              range 192.168.10.200 192.168.10.250;
              option routers 192.168.10.1;
              %s
            }
            """;
    private static final String BOOT_FILE =
            "next-server 192.168.10.201; filename \"undionly.kpxe\"; option tftp-server-name \"192.168.10.201\";";
    /** What UEFI HTTP Boot asks of every DHCP server: an answer for its class, with a URL as file name. */
    private static final String HTTP_CLASS = """
            class "HTTPClient" {
              match if substring(option vendor-class-identifier, 0, 10) = "HTTPClient";
              option vendor-class-identifier "HTTPClient";
              filename "http://192.168.10.201:8080/boot/file/shimx64.efi";
            }
            """;

    private static final String ADVERTISER =
            "interface eth0 { AdvSendAdvert on; AdvDefaultLifetime 0; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; };\n";

    private final BackgroundProcess dhcp;
    private final BackgroundProcess advertiser;

    private Router(BackgroundProcess dhcp, BackgroundProcess advertiser) {
        this.dhcp = dhcp;
        this.advertiser = advertiser;
    }

    /**
     * Starts the router in its namespace, with an empty lease file.
     *
     * @return the running router
     */
    public static Router start() {
        return start("", BOOT_FILE);
    }

    /**
     * Starts a router whose DHCP server gives addresses and nothing else, as one that cannot be changed does.
     *
     * @return the running router
     */
    public static Router startWithoutBootFile() {
        return start("", "");
    }

    /**
     * Starts a router that has been told of Brume for UEFI HTTP Boot too.
     *
     * @return the running router
     */
    public static Router startWithHttpBoot() {
        return start(HTTP_CLASS, BOOT_FILE);
    }

    private static Router start(String classes, String bootFile) {
        Path folder = LabFolder.of("router");
        BackgroundProcess dhcp = startDhcp(folder, DHCP.formatted(classes, bootFile));
        return new Router(dhcp, startAdvertiser(folder));
    }

    /** {@return what the DHCP server said} */
    public String said() {
        return dhcp.said();
    }

    private static BackgroundProcess startDhcp(Path folder, String text) {
        Path configuration = write(folder.resolve("dhcpd.conf"), text);
        Path leases = write(folder.resolve("dhcpd.leases"), "");
        Path log = write(folder.resolve("dhcpd.log"), "");
        BackgroundProcess dhcp = BackgroundProcess.start(
                log,
                Map.of(),
                Namespace.ROUTER.command(
                        LabFolder.tool("usr/sbin/dhcpd").toString(),
                        "-4",
                        "-f",
                        "-d",
                        "-cf",
                        configuration.toString(),
                        "-lf",
                        leases.toString(),
                        "--no-pid", // a number that an earlier run left may be that of any process by now
                        "eth0"));
        Await.until("DHCP server", Duration.ofSeconds(20), () -> dhcp.said().contains("Sending on"));
        return dhcp;
    }

    private static BackgroundProcess startAdvertiser(Path folder) {
        Namespace.ROUTER.run("sysctl", "-q", "-w", "net.ipv6.conf.all.forwarding=1");
        Path configuration = write(folder.resolve("radvd.conf"), ADVERTISER);
        Path log = write(folder.resolve("radvd.log"), "");
        return BackgroundProcess.start(
                log,
                Map.of(),
                Namespace.ROUTER.command(
                        LabFolder.tool("usr/sbin/radvd").toString(),
                        "-n",
                        "-m",
                        "stderr",
                        "-C",
                        configuration.toString(),
                        "-p",
                        folder.resolve("radvd.pid").toString()));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        advertiser.close();
        dhcp.close();
    }
}
