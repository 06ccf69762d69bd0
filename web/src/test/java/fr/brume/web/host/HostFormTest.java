package fr.brume.web.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostFormTest {
    @Test
    void takesFurtherAddressesSeparatedInAnyUsualWay() {
        HostForm form = new HostForm(List.of());
        form.setOtherMacs("08:00:27:00:00:01\n08-00-27-00-00-02, 0800.2700.0003 ");
        assertThat(form.draft().otherMacs())
                .containsExactly("08:00:27:00:00:01", "08-00-27-00-00-02", "0800.2700.0003");
    }

    @Test
    void countsWhatWasLeftOutAsEmpty() {
        assertThat(new HostForm(List.of()).draft().otherMacs()).isEmpty();
        assertThat(new HostForm(List.of()).draft().name()).isEmpty();
    }
}
