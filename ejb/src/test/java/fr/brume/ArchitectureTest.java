package fr.brume;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;

/** The layers of the application, and what each may see. */
@AnalyzeClasses(packages = "fr.brume", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("fr.brume..")
            .layer("domain")
            .definedBy("fr.brume.domain..")
            .optionalLayer("store")
            .definedBy("fr.brume.store..")
            .optionalLayer("migration")
            .definedBy("fr.brume.migration..")
            .layer("boot")
            .definedBy("fr.brume.boot..")
            .layer("service")
            .definedBy("fr.brume.service..")
            .layer("timer")
            .definedBy("fr.brume.timer..")
            .layer("transfer")
            .definedBy("fr.brume.transfer..")
            .whereLayer("timer")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("transfer")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("timer", "transfer")
            .whereLayer("boot")
            .mayOnlyBeAccessedByLayers("service", "transfer")
            .whereLayer("migration")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("service", "transfer");

    @ArchTest
    static final ArchRule domainKnowsOnlyJavaProtocolAndPersistence = classes()
            .that()
            .resideInAPackage("fr.brume.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "fr.brume.domain..",
                    "fr.brume.protocol..",
                    "jakarta.persistence..",
                    // what static weaving puts into entities
                    "org.eclipse.persistence..",
                    "jakarta.xml.bind.annotation..");

    @ArchTest
    static final ArchRule bootIsPure = classes()
            .that()
            .resideInAPackage("fr.brume.boot..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "fr.brume.boot..", "fr.brume.domain..", "fr.brume.protocol..");

    @ArchTest
    static final ArchRule packagesOfBootAndServicesNeedEachOtherOneWay = slices().assignedFrom(
                    new EachPackageOf("fr.brume.boot", "fr.brume.service"))
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingKnowsTheWebOrTheAdapter = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "fr.brume.web..", "fr.brume.adapter..");

    @ArchTest
    static final ArchRule everyBeanSaysWhoMayCallIt = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .or()
            .areAnnotatedWith(MessageDriven.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould(HaveOnlyMethodsThatSayWhoMayCallThem.RULE);

    @ArchTest
    static final ArchRule nobodyPrints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule businessMethodsAreNotFinal = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should()
            .notBeFinal();
}
