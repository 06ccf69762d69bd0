package fr.brume.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders of the portal: it sees services, the domain and the kernel, never the database or the adapter. */
@AnalyzeClasses(packages = "fr.brume.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_PERSISTENCE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "org.eclipse.persistence..");

    @ArchTest
    static final ArchRule NO_ADAPTER =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("fr.brume.adapter..", "jakarta.resource..");

    @ArchTest
    static final ArchRule LAYOUT_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAPackage("fr.brume.web.layout..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.brume.web.host..",
                    "fr.brume.web.group..",
                    "fr.brume.web.image..",
                    "fr.brume.web.task..",
                    "fr.brume.web.netboot..",
                    "fr.brume.web.dashboard..");

    @ArchTest
    static final ArchRule PAGES_ONLY_SEE_PAGES_AND_SERVICES = classes()
            .that()
            .resideInAnyPackage(
                    "fr.brume.web.host..",
                    "fr.brume.web.group..",
                    "fr.brume.web.image..",
                    "fr.brume.web.task..",
                    "fr.brume.web.netboot..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jakarta..",
                    "org.primefaces..",
                    "fr.brume.domain..",
                    "fr.brume.service..",
                    "fr.brume.protocol..",
                    "fr.brume.web..");
}
