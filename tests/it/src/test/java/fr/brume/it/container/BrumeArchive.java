package fr.brume.it.container;

import fr.brume.test.server.ServerFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as the build made it, with a test class in its portal. Thread-safe: has no state. */
final class BrumeArchive {
    private static final String PORTAL = "/brume-web.war";

    private static final String OPEN = "<url-pattern>/login.xhtml</url-pattern>";
    private static final String RUNNER = "<url-pattern>/ArquillianServletRunnerEE9</url-pattern>";

    private static final String BEANS = """
            <jboss:ejb-jar xmlns:jboss="http://www.jboss.com/xml/ns/javaee"
                xmlns="https://jakarta.ee/xml/ns/jakartaee" xmlns:s="urn:security:1.1" version="4.0" impl-version="2.0">
              <assembly-descriptor>
                <s:security><ejb-name>*</ejb-name><s:security-domain>brume</s:security-domain></s:security>
              </assembly-descriptor>
            </jboss:ejb-jar>
            """;

    private BrumeArchive() {}

    /**
     * The EAR of the provisioned server. It has an application.xml, so a module of its own for the tests would be
     * ignored: they travel in the portal.
     *
     * @param test classes that run in the server
     * @return the archive to deploy
     */
    static Archive<?> with(Class<?>... test) {
        File file = ServerFolder.installation()
                .resolve("standalone/deployments/brume.ear")
                .toFile();
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file);
        WebArchive portal = ear.getAsType(WebArchive.class, PORTAL);
        ear.delete(PORTAL);
        portal.addClasses(test).addAsLibrary(jar(Assertions.class));
        openDoor(portal);
        portal.addAsWebInfResource(new StringAsset(BEANS), "jboss-ejb3.xml");
        return ear.addAsModule(Testable.archiveToTest(portal));
    }

    /** The portal lets nobody in without a login: the test runner's address becomes one of the open ones. */
    private static void openDoor(WebArchive portal) {
        String path = "/WEB-INF/web.xml";
        try (InputStream in = portal.delete(path).getAsset().openStream()) {
            String descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String changed = descriptor.replace(OPEN, OPEN + RUNNER);
            if (changed.equals(descriptor)) {
                throw new IllegalStateException("no " + OPEN + " in " + path);
            }
            portal.add(new StringAsset(changed), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
