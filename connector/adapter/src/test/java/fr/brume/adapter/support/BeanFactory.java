package fr.brume.adapter.support;

import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.transaction.xa.XAResource;

/** Endpoints around one bean, as a container makes them; remembers what was called in which order. */
public final class BeanFactory<L> implements MessageEndpointFactory {
    private final Class<L> type;
    private final L bean;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    public BeanFactory(Class<L> type, L bean) {
        this.type = type;
        this.bean = bean;
    }

    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) {
        ClassLoader loader = type.getClassLoader();
        return (MessageEndpoint)
                Proxy.newProxyInstance(loader, new Class<?>[] {type, MessageEndpoint.class}, this::invoke);
    }

    private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        calls.add(method.getName());
        if (method.getDeclaringClass() == MessageEndpoint.class) {
            return null;
        }
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return true;
    }

    @Override
    public String getActivationName() {
        return type.getSimpleName();
    }

    @Override
    public Class<?> getEndpointClass() {
        return bean.getClass();
    }
}
