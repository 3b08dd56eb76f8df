package org.alongside.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.alongside.kit.testing.ServiceRules;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;

class ArchitectureTest {

    @Test
    void theKitKeepsTheRulesOfTheServices() {
        ServiceRules.check("org.alongside.kit");
    }

    @Test
    void theKitKnowsNoFeature() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("org.alongside.intake..", "org.alongside.planning..", "org.alongside.referral..",
                        "org.alongside.audit..")
                .check(new ClassFileImporter().importPackages("org.alongside.kit"));
    }
}
