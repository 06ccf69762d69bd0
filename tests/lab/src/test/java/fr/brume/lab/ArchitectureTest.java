package fr.brume.lab;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Machines, disks and portal know nothing of each other; only the site knows them all. */
class ArchitectureTest {
    @Test
    void thePartsOfTheLabStayApart() {
        JavaClasses classes = new ClassFileImporter().importPackages("fr.brume.lab");
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("network")
                .definedBy("fr.brume.lab.network")
                .layer("machine")
                .definedBy("fr.brume.lab.machine")
                .layer("disk")
                .definedBy("fr.brume.lab.disk")
                .layer("portal")
                .definedBy("fr.brume.lab.portal")
                .layer("site")
                .definedBy("fr.brume.lab.site")
                .whereLayer("portal")
                .mayOnlyBeAccessedByLayers("site")
                .whereLayer("disk")
                .mayOnlyBeAccessedByLayers("site")
                .whereLayer("machine")
                .mayOnlyBeAccessedByLayers("site")
                .whereLayer("network")
                .mayOnlyBeAccessedByLayers("machine", "disk", "site")
                .whereLayer("site")
                .mayNotBeAccessedByAnyLayer()
                .check(classes);
    }
}
