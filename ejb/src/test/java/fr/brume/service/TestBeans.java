package fr.brume.service;

import fr.brume.store.ImageStore;
import fr.brume.store.SigningKey;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts service beans together without a container, over one persistence context. Roles and transactions are the container's and
 * not here; events are gathered; the caller is {@code brume}.
 */
public final class TestBeans {
    /** What the services fired, in order. */
    public final List<Object> events = new ArrayList<>();

    private final EntityManager em;
    private final Map<Class<?>, Object> beans = new HashMap<>();

    public TestBeans(EntityManager em) {
        this.em = em;
    }

    /** Gives this to those who ask for its class, for what has no container-made bean. */
    public <T> TestBeans with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    /** The one bean of this class, with what it asks for. */
    public <T> T get(Class<T> type) {
        try {
            if (!beans.containsKey(type)) {
                T bean = type.getDeclaredConstructor().newInstance();
                beans.put(type, bean);
                fill(bean);
            }
            return type.cast(beans.get(type));
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(type.getName(), wrong);
        }
    }

    private void fill(Object bean) throws ReflectiveOperationException {
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && field.getAnnotations().length > 0) {
                field.setAccessible(true);
                field.set(bean, value(field));
            }
        }
        for (Method method : bean.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(PostConstruct.class)) {
                method.setAccessible(true);
                method.invoke(bean);
            }
        }
    }

    private Object value(Field field) {
        Class<?> type = field.getType();
        if (beans.containsKey(type)) {
            return beans.get(type);
        }
        if (type == EntityManager.class) {
            return em;
        }
        if (type == SessionContext.class) {
            Principal principal = () -> "brume";
            return answer(type, Map.of("getCallerPrincipal", principal, "isCallerInRole", false));
        }
        if (type == ManagedScheduledExecutorService.class || type == ManagedExecutorService.class) {
            return answer(type, Map.of());
        }
        if (type == ImageStore.class) {
            Path none = Path.of("target", "no-images");
            return new ImageStore(none, new SigningKey(none));
        }
        if (type == Event.class) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                events.add(arguments[0]);
                return null;
            });
        }
        if (type == Pbkdf2PasswordHash.class) {
            return new WeakHash();
        }
        if (field.isAnnotationPresent(EJB.class) || field.isAnnotationPresent(Inject.class)) {
            return get(type);
        }
        throw new IllegalStateException("nothing to put into " + field);
    }

    private static Object answer(Class<?> type, Map<String, Object> answers) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }

    /** Stands for the container's slow one: the digest is the password backwards. */
    private static final class WeakHash implements Pbkdf2PasswordHash {
        @Override
        public String generate(char[] password) {
            return new StringBuilder(new String(password)).reverse().toString();
        }

        @Override
        public boolean verify(char[] password, String hash) {
            return Arrays.equals(generate(password).toCharArray(), hash.toCharArray());
        }
    }
}
