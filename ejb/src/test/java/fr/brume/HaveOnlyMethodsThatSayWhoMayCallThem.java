package fr.brume;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** For beans whose methods differ too much for a rule on the class: the server denies a method that says nothing. */
final class HaveOnlyMethodsThatSayWhoMayCallThem extends ArchCondition<JavaClass> {
    static final HaveOnlyMethodsThatSayWhoMayCallThem RULE = new HaveOnlyMethodsThatSayWhoMayCallThem();

    private HaveOnlyMethodsThatSayWhoMayCallThem() {
        super("have only methods that say who may call them");
    }

    @Override
    public void check(JavaClass bean, ConditionEvents events) {
        boolean all = bean.getMethods().stream()
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                .allMatch(HaveOnlyMethodsThatSayWhoMayCallThem::says);
        events.add(new SimpleConditionEvent(bean, all, bean.getName() + " has a method open to nobody or everybody"));
    }

    private static boolean says(JavaMethod method) {
        return method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class);
    }
}
