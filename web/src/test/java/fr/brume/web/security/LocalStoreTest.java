package fr.brume.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.service.account.CallerRoles;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalStoreTest {
    @Test
    void whoMustChangeThePasswordHasNoOtherRole() {
        assertThat(LocalStore.groups(new CallerRoles("brume", Set.of("administrator"), true)))
                .containsExactly("newcomer");
        assertThat(LocalStore.groups(new CallerRoles("brume", Set.of("administrator"), false)))
                .containsExactly("administrator");
    }
}
