package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.test.server.BrumeServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One start of one BIOS machine, from its ROM's first question to the last file that iPXE loads, each byte counted. */
final class SimulatedPc {
    private static final int ROM_BLOCK = 1456;
    private static final int IPXE_BLOCK = 1432;
    private static final String LOADER = "undionly.kpxe";
    private static final Pattern ONCE = Pattern.compile("/boot/once/[A-Za-z0-9_-]{22}\\.cpio");

    private final InetSocketAddress tftp;
    private final URI http;
    private final Path bootFolder;
    private final String address;
    private final String mac;

    /** The machine with this number, at an address of its own as every machine has one. */
    SimulatedPc(BrumeServer server, Path bootFolder, int number) {
        this.tftp = new InetSocketAddress("127.0.0.1", server.place().ports().tftp());
        this.http = server.portal();
        this.bootFolder = bootFolder;
        this.address = "127." + (10 + number / 62_500) + "." + number / 250 % 250 + "." + (1 + number % 250);
        this.mac = String.format("0a:00:27:90:%02x:%02x", number >> 8, number & 0xff);
    }

    /**
     * Boots into the registration.
     *
     * @throws IOException when a question is refused or not answered
     * @throws AssertionError when an answer is not what it should be
     */
    void boot() throws IOException {
        TftpDownload rom = new TftpDownload(tftp, address, ROM_BLOCK);
        rom.askSize(LOADER);
        assertThat(rom.get(LOADER)).hasSize((int) Files.size(bootFolder.resolve(LOADER)));
        byte[] chain = new TftpDownload(tftp, address, IPXE_BLOCK).get(LOADER);
        assertThat(new String(chain)).startsWith("#!ipxe").contains("/boot/ipxe");
        PlainHttp scripts = new PlainHttp(http, address);
        assertThat(scripts.ask("GET", script(""))).contains("#!ipxe");
        String plan = scripts.ask("GET", script("&entry=register"));
        file("vmlinuz");
        file("initrd.img");
        Matcher ticket = ONCE.matcher(plan);
        assertThat(ticket.find()).as(plan).isTrue();
        assertThat(scripts.ask("GET", ticket.group()))
                .startsWith("HTTP/1.1 200 ")
                .contains("brume/ticket");
    }

    private String script(String choice) {
        return "/boot/ipxe?mac=" + mac + "&uuid=&serial=&arch=x86_64&platform=pcbios" + choice;
    }

    private void file(String name) throws IOException {
        long length = new HttpDownload(http, address).get("/boot/file/" + name, null);
        assertThat(length).as(name).isEqualTo(Files.size(bootFolder.resolve(name)));
    }
}
