package ee.sild;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import org.junit.jupiter.api.Test;

import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.http.IfMatch;
import ee.sild.registration.RegistrationEvent;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ee.sild");

    /** The features below opportunities, and opportunities, which all others build on. */
    private static final Set<String> CORE =
            Set.of("platform", "settings", "identity", "reference", "partner", "customer", "opportunity");

    /** The features that each feature may use: their classes, and in SQL their tables, views and functions. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("platform", Set.of()),
            entry("settings", Set.of("platform")),
            entry("identity", Set.of("platform", "settings")),
            entry("audit", Set.of("platform")),
            entry("reference", Set.of("platform", "settings", "identity")),
            entry("partner", Set.of("platform", "settings", "identity", "reference")),
            entry("customer", Set.of("platform", "settings", "identity", "reference", "partner")),
            entry("opportunity", Set.of("platform", "settings", "identity", "reference", "partner", "customer")),
            entry("distribution", CORE),
            entry("registration", CORE),
            entry("timeline", with(CORE, "distribution", "registration", "audit")),
            entry("dashboard", with(CORE, "distribution", "registration", "audit")),
            entry("notification", with(CORE, "distribution", "registration", "audit", "timeline")),
            entry("demo", with(CORE, "distribution", "registration", "timeline", "notification")));

    /**
     * Sub-packages that other features may use besides the root of each feature. Those of opportunities are part of its
     * interface: the root would exceed its size with them.
     */
    private static final Set<String> SHARED = Set.of(
            "ee.sild.opportunity.collaborator",
            "ee.sild.opportunity.edit",
            "ee.sild.opportunity.eligibility",
            "ee.sild.opportunity.state",
            "ee.sild.opportunity.view");

    private static Set<String> with(Set<String> features, String... more) {
        return Stream.concat(features.stream(), Stream.of(more)).collect(toUnmodifiableSet());
    }

    @Test
    void features_have_no_cycles() {
        slices().matching("ee.sild.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void features_depend_in_one_direction() {
        var features = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String feature : MAY_USE.keySet()) {
            features = features.layer(feature).definedBy("ee.sild." + feature + "..");
        }
        for (var feature : MAY_USE.entrySet()) {
            features = feature.getValue().isEmpty()
                    ? features.whereLayer(feature.getKey()).mayNotAccessAnyLayer()
                    : features.whereLayer(feature.getKey())
                            .mayOnlyAccessLayers(feature.getValue().toArray(String[]::new));
        }
        features.check(CODE);
    }

    @Test
    void platform_is_layered() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("kernel")
                .definedBy("ee.sild.platform")
                .layer("problem")
                .definedBy("ee.sild.platform.problem")
                .layer("security")
                .definedBy("ee.sild.platform.security")
                .layer("database")
                .definedBy("ee.sild.platform.database")
                .layer("job")
                .definedBy("ee.sild.platform.job")
                .layer("http")
                .definedBy("ee.sild.platform.http..")
                .layer("contract")
                .definedBy("ee.sild.platform.contract")
                .whereLayer("kernel")
                .mayNotAccessAnyLayer()
                .whereLayer("problem")
                .mayOnlyAccessLayers("kernel")
                .whereLayer("database")
                .mayOnlyAccessLayers("kernel", "problem")
                .whereLayer("security")
                .mayOnlyAccessLayers("kernel", "problem", "database")
                .whereLayer("job")
                .mayOnlyAccessLayers("kernel", "problem", "database", "security")
                .whereLayer("http")
                .mayOnlyAccessLayers("kernel", "problem", "database", "security", "job")
                .check(CODE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public String getDescription() {
                        return "packages";
                    }

                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @Test
    void features_use_only_the_root_of_others() {
        var violations = CODE.stream()
                .filter(type -> !feature(type).isEmpty() && !feature(type).equals("demo"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isInside(dependency.getTargetClass()))
                .filter(dependency ->
                        !feature(dependency.getOriginClass()).equals(feature(dependency.getTargetClass())))
                .map(Dependency::getDescription);
        assertThat(violations).isEmpty();
    }

    /** Whether it is in a sub-package of a feature that is not part of the feature's interface. */
    private static boolean isInside(JavaClass type) {
        String feature = feature(type);
        return !feature.isEmpty()
                && !feature.equals("platform")
                && !type.getPackageName().equals("ee.sild." + feature)
                && !SHARED.contains(type.getPackageName());
    }

    /** The feature of a class; empty outside of the features. */
    private static String feature(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length < 3 || !type.getPackageName().startsWith("ee.sild.") ? "" : parts[2];
    }

    @Test
    void no_package_contains_more_than_25_files() {
        assertThat(CODE.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .collect(groupingBy(JavaClass::getPackageName, counting())))
                .allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(25));
    }

    @Test
    void only_resources_and_platform_depend_on_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ee.sild.platform..")
                .and()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Filter")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
                .check(CODE);
    }

    @Test
    void only_resources_read_the_expected_version() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ee.sild.platform.http..")
                .and()
                .haveSimpleNameNotEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(IfMatch.class)
                .check(CODE);
    }

    @Test
    void the_demo_uses_the_product_instead_of_sql() {
        noClasses()
                .that()
                .resideInAPackage("ee.sild.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..")
                .orShould()
                .callMethodWhere(target(nameMatching("create.*Query")))
                .check(CODE);
    }

    @Test
    void entities_have_no_setters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CODE);
    }

    @Test
    void resources_are_package_private() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .check(CODE);
    }

    @Test
    void class_names_have_no_technical_suffix() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Impl|Dto|DTO|Entity|Helper|Utils?)$")
                .check(CODE);
    }

    @Test
    void observers_have_an_order() throws IllegalAccessException {
        var places = new HashMap<Integer, String>();
        for (var place : ObserverOrder.class.getFields()) {
            assertThat(places.put(place.getInt(null), place.getName()))
                    .as(place.getName() + " has the number of another place")
                    .isNull();
        }
        var taken = new HashSet<String>();
        for (JavaParameter observed : observed()) {
            var observer = observed.getOwner().getFullName();
            assertThat(observed.isAnnotatedWith(Priority.class)).as(observer).isTrue();
            String place =
                    places.get(observed.getAnnotationOfType(Priority.class).value());
            assertThat(place).as(observer).isNotNull();
            if (!observed.getRawType().isEquivalentTo(StartupEvent.class)) {
                assertThat(taken.add(observed.getRawType().getSimpleName() + " " + place))
                        .as(observer + " has a place of its own")
                        .isTrue();
            }
        }
        assertThat(taken).hasSizeGreaterThan(8);
    }

    private static List<JavaParameter> observed() {
        return CODE.stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> method.getParameters().stream())
                .filter(parameter -> parameter.isAnnotatedWith(Observes.class))
                .filter(parameter -> parameter.getRawType().isEquivalentTo(OpportunityEvent.class)
                        || parameter.getRawType().isEquivalentTo(RegistrationEvent.class)
                        || parameter.getRawType().isEquivalentTo(StartupEvent.class))
                .toList();
    }

    @Test
    void all_settings_are_validated_before_the_start() {
        assertThat(AllSettings.MAPPINGS)
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(CODE.stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::getName)
                        .toList());
    }
}
