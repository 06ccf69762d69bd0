package fr.brume.adapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "fr.brume.adapter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule GLUE_KNOWS_CONNECTORS_AND_PROTOCOLS_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.naming",
                    "javax.net.ssl",
                    "javax.security.auth",
                    "javax.transaction.xa",
                    "jakarta.resource..",
                    "com.sun.jna..",
                    "fr.brume.adapter..",
                    "fr.brume.protocol..");

    @ArchTest
    static final ArchRule ONE_PACKAGE_CALLS_THE_KERNEL_DIRECTLY = noClasses()
            .that()
            .resideOutsideOfPackage("fr.brume.adapter.datagram")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..");

    @ArchTest
    static final ArchRule IMAGES_ARE_THE_STATE_MACHINES_BUSINESS =
            noClasses().should().dependOnClassesThat().resideInAPackage("fr.brume.protocol.image..");

    @ArchTest
    static final ArchRule LOOPS_DO_NOT_KNOW_WHAT_TRAVELS = noClasses()
            .that()
            .resideInAnyPackage("..loop..", "..net..", "..datagram..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.brume.protocol..", "..tftp..", "..transfer..", "..inbound..", "..outbound..");

    @ArchTest
    static final ArchRule THE_TWO_PROTOCOLS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("fr.brume.adapter.tftp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.brume.adapter.transfer..", "fr.brume.protocol.transfer..");

    @ArchTest
    static final ArchRule THREADS_COME_FROM_THE_CONTAINER =
            noClasses().should().callConstructor(Thread.class, Runnable.class);
}
