package fr.brume.web.agent;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources, filters and mappers of the agent's API, and no others. */
@ApplicationPath("/agent/v1")
public class AgentApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                SessionResource.class,
                LoginResource.class,
                RegistrationResource.class,
                UserResource.class,
                UserFilter.class,
                TaskResource.class,
                CaptureResource.class,
                DriverResource.class,
                HttpsFilter.class,
                BodyLimitFilter.class,
                SessionFilter.class,
                FailureMapper.class,
                AnyExceptionMapper.class);
    }
}
