package fr.brume.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may use what inside the agent. */
@AnalyzeClasses(packages = "fr.brume.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("fr.brume.agent.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_PACKAGE_KNOWS_HTTP_AND_JSON = noClasses()
            .that()
            .resideOutsideOfPackage("..server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.json..", "javax.net.ssl..");

    @ArchTest
    static final ArchRule SCREENS_DECIDE_NOTHING = noClasses()
            .that()
            .resideInAPackage("..screen..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..agent.server..", "..agent.task..", "..agent.disk..", "..agent.capture..", "..agent.deploy..");

    @ArchTest
    static final ArchRule MACHINE_AND_BOOT_STAND_ALONE = noClasses()
            .that()
            .resideInAnyPackage("..agent.machine..", "..agent.boot..", "..agent.progress..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..agent.server..", "..agent.task..", "..agent.screen..", "..agent.disk..");

    @ArchTest
    static final ArchRule ONLY_THE_DISK_PACKAGE_STARTS_PROGRAMS = noClasses()
            .that()
            .resideOutsideOfPackage("..agent.disk..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder");

    @ArchTest
    static final ArchRule KEYS_AND_QUESTIONS_KNOW_NO_SERVER = noClasses()
            .that()
            .resideInAnyPackage("..agent.keyboard..", "..agent.form..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..agent.server..", "..agent.task..", "..agent.operator..", "..agent.disk..");
}
