package fr.brume.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.NetworkChannel;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "fr.brume.protocol", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NEEDS_JAVA_AND_ZSTD_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "javax.crypto..", "javax.net.ssl..", "com.github.luben.zstd..", "fr.brume.protocol..");

    @ArchTest
    static final ArchRule ZSTD_IS_FOR_IMAGES = noClasses()
            .that()
            .resideOutsideOfPackage("..protocol.image..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.luben.zstd..");

    @ArchTest
    static final ArchRule TLS_IS_THE_BUSINESS_OF_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("..protocol.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.net.ssl..");

    @ArchTest
    static final ArchRule NO_SOCKETS = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(NetworkChannel.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Socket.class, ServerSocket.class, DatagramSocket.class);

    @ArchTest
    static final ArchRule NO_THREADS_OR_CLOCKS = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule IMAGES_KNOW_NO_TRANSFER = noClasses()
            .that()
            .resideInAnyPackage("..protocol.image..", "..protocol.fault..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..protocol.transfer..", "..protocol.link..", "..protocol.tftp..", "..protocol.agent..");
}
