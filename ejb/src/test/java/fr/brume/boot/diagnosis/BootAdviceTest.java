package fr.brume.boot.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.diagnosis.BootAdvice.Trouble;
import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.boot.BootMachine;
import fr.brume.domain.boot.BootProtocol;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootAdviceTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String OWN = "192.168.10.201";

    /** Each event is {@code second machine protocol asked answer given}; judged ten minutes after the first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a machine that boots|0 a DHCP PXE_DISCOVER HEARD -;1 a DHCP PXE_REQUEST_192.168.10.203 HEARD 192.168.10.1;"
                        + "2 a TFTP undionly.kpxe SCRIPT -;3 a HTTP /boot/ipxe MENU -|",
                "EDK2 asks twice, for the size and the file|0 a TFTP undionly.kpxe FILE shimx64.efi;"
                        + "1 a TFTP undionly.kpxe FILE shimx64.efi;2 a TFTP grubx64.efi FILE grubx64.efi;"
                        + "3 a HTTP /grub/grub.cfg MENU -|",
                "a loop|0 a TFTP undionly.kpxe FILE undionly.kpxe;20 a TFTP undionly.kpxe FILE undionly.kpxe;"
                        + "40 a TFTP undionly.kpxe FILE undionly.kpxe;60 a TFTP undionly.kpxe FILE undionly.kpxe|LOOP",
                "starting often is no loop|0 a TFTP undionly.kpxe SCRIPT -;1 a HTTP /boot/ipxe MENU -;"
                        + "20 a TFTP undionly.kpxe SCRIPT -;21 a HTTP /boot/ipxe MENU -;40 a TFTP undionly.kpxe SCRIPT -;"
                        + "41 a HTTP /boot/ipxe MENU -;60 a TFTP undionly.kpxe SCRIPT -;61 a HTTP /boot/ipxe MENU -|",
                "three rounds are no loop yet|0 a TFTP undionly.kpxe FILE undionly.kpxe;"
                        + "20 a TFTP undionly.kpxe FILE undionly.kpxe;40 a TFTP undionly.kpxe FILE undionly.kpxe|",
                "a file that is not there|0 a TFTP pxelinux.cfg/default NOT_FOUND -|FILE_NOT_FOUND",
                "files that may be missing|0 a TFTP revocations_sku.efi ABSENT -;"
                        + "1 a TFTP /grub/x86_64-efi/command.lst ABSENT -;2 a TFTP x/shim_certificate_0.efi ABSENT -|",
                "two DHCP servers|0 a DHCP PXE_REQUEST_192.168.10.203 HEARD 192.168.10.1;1 a TFTP x SCRIPT -;"
                        + "2 b DHCP PXE_REQUEST_192.168.10.204 HEARD 192.168.10.2;3 b TFTP x SCRIPT -|TWO_DHCP_SERVERS",
                "a proxy of our own is no second server|0 a DHCP PXE_REQUEST_192.168.10.203 HEARD 192.168.10.1;"
                        + "1 a TFTP x SCRIPT -;2 b DHCP PXE_REQUEST_192.168.10.204 HEARD 192.168.10.201;3 b TFTP x SCRIPT -|",
                "the own address between those given|0 a DHCP PXE_REQUEST_192.168.10.200 HEARD 192.168.10.1;1 a TFTP x SCRIPT -;"
                        + "2 b DHCP PXE_REQUEST_192.168.10.202 HEARD 192.168.10.1;3 b TFTP x SCRIPT -;"
                        + "4 c DHCP PXE_REQUEST_192.168.10.203 HEARD 192.168.10.1;5 c TFTP x SCRIPT -|ADDRESS_IN_RANGE",
                "the own address itself|0 a DHCP PXE_REQUEST_192.168.10.201 HEARD 192.168.10.1;1 a TFTP x SCRIPT -|ADDRESS_IN_RANGE",
                "an address taken, no file asked|0 a DHCP PXE_REQUEST_192.168.10.203 HEARD 192.168.10.1|NO_NEXT_SERVER",
                "EDK2 takes no offer without a file|0 a DHCP PXE_DISCOVER HEARD -;4 a DHCP PXE_DISCOVER HEARD -;"
                        + "12 a DHCP PXE_DISCOVER HEARD -|NO_NEXT_SERVER",
                "HTTP Boot without a URL|0 a DHCP HTTP_DISCOVER HEARD -;4 a DHCP HTTP_DISCOVER HEARD -;"
                        + "12 a DHCP HTTP_DISCOVER HEARD -|NO_HTTP_URL",
                "the firmware refuses shim|0 a TFTP undionly.kpxe FILE shimx64.efi|SHIM_LAST",
                "shim refuses GRUB|0 a TFTP undionly.kpxe FILE shimx64.efi;1 a TFTP grubx64.efi FILE grubx64.efi|GRUB_LAST",
                "shim or GRUB refuses the kernel|0 a HTTP vmlinuz FILE vmlinuz|KERNEL_LAST",
                "Secure Boot refuses iPXE|0 a TFTP snponly.efi FILE snponly.efi|UNSIGNED_LAST",
                "no loader for arm64|0 a TFTP undionly.kpxe NO_LOADER -|NO_LOADER",
                "a machine that is left alone|0 a TFTP undionly.kpxe LEFT_ALONE -|",
                "a stolen ticket is another matter|0 a HTTP /boot/once REFUSED -|"
            })
    void knowsTroubles(String name, String events, Trouble trouble) {
        List<BootAdvice> advice = BootAdvice.of(read(events), around(600));

        assertThat(advice)
                .as(name)
                .extracting(BootAdvice::trouble)
                .containsExactlyElementsOf(trouble == null ? List.of() : List.of(trouble));
    }

    @Test
    void waitsBeforeItSpeaksOfSilence() {
        List<BootEvent> events =
                read("0 a TFTP undionly.kpxe FILE shimx64.efi;30 b DHCP PXE_REQUEST_192.168.10.203 HEARD -");

        assertThat(BootAdvice.of(events, around(59))).isEmpty();
        assertThat(BootAdvice.of(events, around(60)))
                .extracting(BootAdvice::trouble)
                .containsExactly(Trouble.SHIM_LAST);
    }

    @Test
    void saysWhoAndWhat() {
        BootAdvice advice = BootAdvice.of(read("0 a TFTP pxelinux.0 NOT_FOUND -"), around(5))
                .get(0);

        assertThat(advice.subject()).isEqualTo("52:54:00:00:00:0a");
        assertThat(advice.arguments()).containsExactly("pxelinux.0");
        assertThat(advice.at()).isEqualTo(START);
    }

    @Test
    void knowsAMachineByItsAddressOnceItHasSaidItsName() {
        BootEvent unnamed = new BootEvent(
                START,
                BootMachine.at("192.168.10.7"),
                BootProtocol.TFTP,
                "undionly.kpxe",
                BootAnswer.FILE,
                "shimx64.efi");
        BootMachine named = new BootMachine("52:54:00:00:00:07", "192.168.10.7", "", "UEFI", "x86_64");
        BootEvent later =
                new BootEvent(START.plusSeconds(5), named, BootProtocol.HTTP, "/boot/ipxe", BootAnswer.MENU, "");

        assertThat(BootAdvice.of(List.of(unnamed, later), around(600))).isEmpty();
        assertThat(BootAdvice.of(List.of(unnamed), around(600)))
                .extracting(BootAdvice::subject)
                .containsExactly("192.168.10.7");
    }

    @Test
    void saysThatTftpDoesNotListen() {
        BootSurroundings closed = new BootSurroundings(START, Set.of(OWN), false, 69);

        assertThat(BootAdvice.of(List.of(), closed))
                .containsExactly(new BootAdvice(Trouble.TFTP_CLOSED, "", START, List.of("69")));
    }

    private static BootSurroundings around(int seconds) {
        return new BootSurroundings(START.plusSeconds(seconds), Set.of(OWN, "127.0.0.1"), true, 69);
    }

    private static List<BootEvent> read(String events) {
        return Arrays.stream(events.split(";")).map(BootAdviceTest::event).toList();
    }

    private static BootEvent event(String line) {
        String[] part = line.strip().split(" ");
        BootMachine machine = new BootMachine("52:54:00:00:00:0" + part[1], "", "", "", "arm64");
        return new BootEvent(
                START.plusSeconds(Long.parseLong(part[0])),
                machine,
                BootProtocol.valueOf(part[2]),
                part[3].replace('_', part[2].equals("DHCP") ? ' ' : '_'),
                BootAnswer.valueOf(part[4]),
                part[5].replace("-", ""));
    }
}
