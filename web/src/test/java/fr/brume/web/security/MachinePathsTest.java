package fr.brume.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachinePathsTest {
    @ParameterizedTest
    @CsvSource({
        "/boot/ipxe, true",
        "/boot/file/undionly.kpxe, true",
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

    private static HttpServletRequest request(String uri) {
        Map<String, String> answers = Map.of("getRequestURI", uri, "getContextPath", "");
        return (HttpServletRequest) Proxy.newProxyInstance(
                MachinePathsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
