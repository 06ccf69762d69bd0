package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DelegatingDiskTest {
    @Test
    void nothingOfADiskIsLeftToItsDefault() {
        assertThat(Disk.class.getMethods())
                .allSatisfy(method -> assertThat(DelegatingDisk.class.getMethods())
                        .anySatisfy(own -> {
                            assertThat(own.getDeclaringClass()).isEqualTo(DelegatingDisk.class);
                            assertThat(signature(own)).isEqualTo(signature(method));
                        }));
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
