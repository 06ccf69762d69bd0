package fr.brume.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachinePathsTest {
    @ParameterizedTest
    @CsvSource({
        "/boot/ipxe, true",
        "/boot/file/undionly.kpxe, true",
        "/grub/grub.cfg, true",
        "/agent/v1/session, true",
        "/health/ready, true",
        "/, false",
        "/login.xhtml, false",
        "/host/hostList.xhtml, false",
        "/bootstrap, false",
        "/;x/boot/ipxe, false",
        "//boot/ipxe, false"
    })
    void onlyMachinesAreLeftWithoutLogin(String uri, boolean machine) {
        assertThat(MachinePaths.contains(request(uri))).isEqualTo(machine);
    }

    @ParameterizedTest
    @CsvSource({
        "UefiHttpBoot/1.0, true",
        "GRUB 2.12-9+deb13u2, true",
        "iPXE/1.21.1, true",
        "Mozilla/5.0, false",
        "'', false",
        ", false"
    })
    void loadersAreToldFromBrowsersByTheirName(String agent, boolean loader) {
        assertThat(MachinePaths.isLoader(request("/shimx64.efi", agent))).isEqualTo(loader);
    }

    private static HttpServletRequest request(String uri) {
        return request(uri, "Mozilla/5.0");
    }

    private static HttpServletRequest request(String uri, String agent) {
        Map<String, String> answers = new HashMap<>(Map.of("getRequestURI", uri, "getContextPath", ""));
        answers.put("getHeader", agent);
        return (HttpServletRequest) Proxy.newProxyInstance(
                MachinePathsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
