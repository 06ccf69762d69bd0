package fr.brume.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "fr.brume.bench", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule MEASURES_WHAT_MACHINES_AND_SERVER_SHARE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.sun.management..",
                    "com.github.luben.zstd..",
                    "com.sun.jna..",
                    "fr.brume.bench..",
                    "fr.brume.protocol..",
                    "fr.brume.agent..",
                    "jakarta.json..");
}
