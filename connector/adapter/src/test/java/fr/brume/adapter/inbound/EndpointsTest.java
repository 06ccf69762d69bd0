package fr.brume.adapter.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.adapter.support.BeanFactory;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileListener;
import fr.brume.protocol.link.BootFileRequest;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ActivationSpec;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private static final BootFileRequest REQUEST = new BootFileRequest("a", "127.0.0.1", 1, "127.0.0.1", 0, 0, false);

    private final Endpoints endpoints = new Endpoints();

    @Test
    void deliversInsideTheBeansTransaction() throws Exception {
        BeanFactory<BootFileListener> factory = bean(request -> new BootFileAnswer.Refused(1, request.name()));
        endpoints.activate(factory, new BootFileActivation());

        assertThat(endpoints.resolve(REQUEST)).isEqualTo(new BootFileAnswer.Refused(1, "a"));
        assertThat(factory.calls()).containsExactly("beforeDelivery", "resolve", "afterDelivery", "release");
    }

    @Test
    void aFailingBeanIsReleasedToo() throws Exception {
        BeanFactory<BootFileListener> factory = bean(request -> {
            throw new IllegalStateException("broken");
        });
        endpoints.activate(factory, new BootFileActivation());

        assertThatThrownBy(() -> endpoints.resolve(REQUEST)).isInstanceOf(EndpointException.class);
        assertThat(factory.calls()).containsExactly("beforeDelivery", "resolve", "afterDelivery", "release");
    }

    @Test
    void withoutABeanThereIsNoAnswer() throws Exception {
        assertThatThrownBy(() -> endpoints.resolve(REQUEST)).isInstanceOf(EndpointException.class);
        assertThat(endpoints.complete()).isFalse();
    }

    @Test
    void aSecondActivationOfTheSameBeanDoesNoHarm() throws Exception {
        BeanFactory<BootFileListener> first = bean(request -> new BootFileAnswer.Refused(1, "first"));
        BeanFactory<BootFileListener> second = bean(request -> new BootFileAnswer.Refused(1, "second"));
        endpoints.activate(first, new BootFileActivation());
        endpoints.activate(second, new BootFileActivation());
        assertThat(endpoints.resolve(REQUEST)).isEqualTo(new BootFileAnswer.Refused(1, "second"));

        endpoints.deactivate(second, new BootFileActivation());
        assertThat(endpoints.resolve(REQUEST)).isEqualTo(new BootFileAnswer.Refused(1, "first"));
    }

    @Test
    void refusesAnActivationOfSomethingElse() {
        ActivationSpec other = new Activation() {
            private static final long serialVersionUID = 1L;
        };
        assertThatThrownBy(() -> endpoints.activate(bean(request -> null), other))
                .isInstanceOf(NotSupportedException.class);
    }

    private static BeanFactory<BootFileListener> bean(BootFileListener bean) {
        return new BeanFactory<>(BootFileListener.class, bean);
    }
}
