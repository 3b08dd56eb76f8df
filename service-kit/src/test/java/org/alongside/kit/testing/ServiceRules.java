package org.alongside.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.time.Ids;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** How a service is built inside (docs/adr), as rules on its classes. Each service's {@code ArchitectureTest} checks them. */
public final class ServiceRules {

    private static final DescribedPredicate<JavaClass> REPOSITORY = DescribedPredicate.describe("a repository",
            type -> type.getSimpleName().endsWith("Repository"));

    private ServiceRules() {}

    /** @param root the service's package, for example {@code org.alongside.intake} */
    public static void check(String root) {
        JavaClasses all = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        if (all.isEmpty()) {
            throw new IllegalStateException("No classes in " + root + ": these rules would hold for nothing");
        }
        rules().forEach(rule -> rule.allowEmptyShould(true).check(all));
    }

    private static List<ArchRule> rules() {
        return List.of(names(), repositoriesStayInTheirNoun(), resourcesAreThin(), apiKnowsNoEntity(),
                entitiesHaveNoSetter(),
                operationsDeclareAccess(), timeComesFromTheClock(), injectionByConstructor());
    }

    private static ArchRule names() {
        return noClasses().should().haveNameMatching(".*(Dto|DTO|Impl|Manager|Utils?|Helper)")
                .because("a name says what a thing is in the field");
    }

    private static ArchRule repositoriesStayInTheirNoun() {
        return classes().that(REPOSITORY).should().onlyHaveDependentClassesThat(describeSamePackage())
                .because("a noun uses another noun's service or api, never its repository");
    }

    /** Repositories are package-private, so a dependent class outside the package does not compile; this guards against widening. */
    private static DescribedPredicate<JavaClass> describeSamePackage() {
        return DescribedPredicate.describe("are in the same package",
                dependent -> dependent.getDirectDependenciesFromSelf().stream().map(each -> each.getTargetClass())
                        .filter(REPOSITORY)
                        .allMatch(target -> target.getPackageName().equals(dependent.getPackageName())
                                || target.getPackageName().startsWith("io.quarkus")));
    }

    private static ArchRule resourcesAreThin() {
        return noClasses().that().haveSimpleNameEndingWith("Resource").should().dependOnClassesThat(REPOSITORY)
                .because("a resource parses, makes one service call and maps");
    }

    private static ArchRule apiKnowsNoEntity() {
        return noClasses().that().resideInAPackage("..api..").should().dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .because("what is stored and what is shown change for different reasons");
    }

    private static ArchRule entitiesHaveNoSetter() {
        return noMethods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should()
                .haveNameMatching("set[A-Z].*").because("entities change by named commands");
    }

    private static ArchRule operationsDeclareAccess() {
        return methods().that().areAnnotatedWith(GET.class).or().areAnnotatedWith(POST.class).or()
                .areAnnotatedWith(PUT.class)
                .or().areAnnotatedWith(PATCH.class).or().areAnnotatedWith(DELETE.class).should()
                .beAnnotatedWith(AccessPolicy.class).orShould().beAnnotatedWith(NoClientData.class);
    }

    /** Ids carry a time for their order only; no rule of the domain reads it. */
    private static ArchRule timeComesFromTheClock() {
        return noClasses().that().doNotHaveFullyQualifiedName(Ids.class.getName()).should()
                .callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").because("tests move the injected Clock");
    }

    private static ArchRule injectionByConstructor() {
        return noFields().should().beAnnotatedWith(Inject.class)
                .because("what a class needs stands in its constructor");
    }
}
