package fr.brume;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** Takes each package at or below some roots for itself, the roots included. */
final class EachPackageOf implements SliceAssignment {
    private final List<String> roots;

    EachPackageOf(String... roots) {
        this.roots = List.of(roots);
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        boolean below = roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
        return below ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "each package of " + String.join(" and ", roots);
    }
}
