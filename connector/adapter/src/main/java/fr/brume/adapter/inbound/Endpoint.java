package fr.brume.adapter.inbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The active bean of one listener type. The container may activate a bean twice (a clustered singleton, once when it is elected and
 * once when the server resumes); the latest counts. Safe for threads.
 */
final class Endpoint<L> {
    private final Class<L> type;
    private final List<MessageEndpointFactory> factories = new CopyOnWriteArrayList<>();

    Endpoint(Class<L> type) {
        this.type = type;
    }

    void activate(MessageEndpointFactory factory) {
        factories.add(factory);
    }

    void deactivate(MessageEndpointFactory factory) {
        factories.remove(factory);
    }

    boolean active() {
        return !factories.isEmpty();
    }

    /** One delivery, in the bean's transaction when it wants one. */
    <R> R deliver(String method, Class<?> argument, Function<L, R> call) throws EndpointException {
        MessageEndpoint endpoint = create();
        try {
            Method target = type.getMethod(method, argument);
            endpoint.beforeDelivery(target);
            R result;
            try {
                result = call.apply(type.cast(endpoint));
            } finally {
                endpoint.afterDelivery();
            }
            return result;
        } catch (ReflectiveOperationException | ResourceException | RuntimeException e) {
            throw new EndpointException("the bean failed in " + method, e);
        } finally {
            endpoint.release();
        }
    }

    private MessageEndpoint create() throws EndpointException {
        List<MessageEndpointFactory> active = List.copyOf(factories);
        if (active.isEmpty()) {
            throw new EndpointException("no bean is active for " + type.getSimpleName(), null);
        }
        try {
            return active.get(active.size() - 1).createEndpoint(null);
        } catch (ResourceException | RuntimeException e) {
            throw new EndpointException("no endpoint for " + type.getSimpleName(), e);
        }
    }
}
