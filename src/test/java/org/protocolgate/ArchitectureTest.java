package org.protocolgate;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house: data flows one way, and what decides knows neither clock nor database. */
class ArchitectureTest {

    private static final String ROOT = "org.protocolgate";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** What each package may import of ours; a package that is not named here fails the test, and so does a name without one. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("participant", Set.of()),
            Map.entry("protocol", Set.of()),
            Map.entry("evaluation", Set.of("participant", "protocol")),
            Map.entry("decision", Set.of("participant", "protocol", "evaluation")),
            Map.entry("intake", Set.of("participant", "protocol")),
            Map.entry("audit", Set.of()),
            Map.entry("telling", Set.of("audit", "protocol")),
            Map.entry("user", Set.of("audit")),
            Map.entry("pages", Set.of("protocol")),
            Map.entry("openapi", Set.of()),
            Map.entry(
                    "screen",
                    Set.of(
                            "participant",
                            "protocol",
                            "evaluation",
                            "decision",
                            "asking",
                            "intake",
                            "audit",
                            "user",
                            "study",
                            "alert",
                            "deviation",
                            "query",
                            "review",
                            "sweep",
                            "telling")),
            Map.entry("amendment", Set.of("participant", "protocol", "evaluation", "decision")),
            Map.entry("asking", Set.of("participant", "protocol", "evaluation", "decision", "intake", "amendment")),
            Map.entry("dosing", Set.of("participant", "protocol")),
            Map.entry(
                    "study",
                    Set.of("participant", "protocol", "evaluation", "decision", "dosing", "intake", "asking", "audit")),
            Map.entry(
                    "alert",
                    Set.of(
                            "participant",
                            "protocol",
                            "evaluation",
                            "decision",
                            "intake",
                            "audit",
                            "study",
                            "deviation")),
            Map.entry("importing", Set.of("protocol", "intake", "audit", "study")),
            Map.entry("fhir", Set.of("protocol", "intake", "audit", "importing")),
            Map.entry("cdisc", Set.of("protocol", "intake", "importing")),
            Map.entry("odm", Set.of("protocol", "intake", "audit", "importing")),
            Map.entry("sheet", Set.of("intake", "audit", "importing")),
            Map.entry("fhirout", Set.of("audit", "alert")),
            Map.entry(
                    "cds",
                    Set.of(
                            "participant",
                            "protocol",
                            "evaluation",
                            "decision",
                            "intake",
                            "audit",
                            "study",
                            "importing",
                            "fhir",
                            "setting")),
            Map.entry("query", Set.of("protocol", "intake", "audit", "study", "deviation")),
            Map.entry("review", Set.of("participant", "protocol", "intake", "audit", "study")),
            Map.entry("job", Set.of()),
            Map.entry("setting", Set.of()),
            Map.entry("mail", Set.of("setting")),
            Map.entry("delivery", Set.of("protocol", "audit", "user", "alert", "job", "mail", "setting")),
            Map.entry("calendar", Set.of("protocol", "evaluation", "decision", "audit", "user", "study")),
            Map.entry("digest", Set.of("protocol", "alert", "job", "mail", "calendar")),
            Map.entry("sweep", Set.of("protocol", "audit", "study", "alert", "job")),
            Map.entry(
                    "deviation",
                    Set.of("participant", "protocol", "evaluation", "decision", "intake", "audit", "study")),
            Map.entry(
                    "cli",
                    Set.of("protocol", "evaluation", "decision", "intake", "audit", "user", "amendment", "asking")),
            Map.entry(
                    "web",
                    Set.of(
                            "participant",
                            "protocol",
                            "evaluation",
                            "decision",
                            "intake",
                            "audit",
                            "user",
                            "pages",
                            "screen",
                            "asking",
                            "study",
                            "deviation",
                            "query",
                            "review",
                            "telling",
                            "alert",
                            "sweep",
                            "mail",
                            "delivery",
                            "setting",
                            "calendar",
                            "digest",
                            "importing",
                            "fhir",
                            "cdisc",
                            "odm",
                            "fhirout",
                            "cds",
                            "sheet")));

    @Test
    void importsPointToTheLeft() {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            String from = part(type);
            if (from.isEmpty()) {
                continue;
            }
            imports.computeIfAbsent(from, p -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(ArchitectureTest::part)
                    .filter(to -> !to.isEmpty() && !to.equals(from))
                    .forEach(to -> imports.get(from).add(to));
        }
        assertThat(imports.keySet()).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
        imports.forEach((from, to) -> assertThat(MAY_IMPORT.get(from)).as(from).containsAll(to));
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void whatDecidesKnowsNoClockNoFilesAndNoNetwork() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".participant..", ROOT + ".evaluation..", ROOT + ".decision..", ROOT + ".dosing..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.nio..", "java.net..", "java.sql..", "io.micronaut..", "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksTheSystemClockButTheEdge() {
        List<String> callers = CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> (call.getTarget().getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time"))
                        || call.getTarget().getName().equals("currentTimeMillis")
                        || call.getTarget().getName().startsWith("system")
                                && call.getTargetOwner().getName().equals("java.time.Clock"))
                .map(call -> call.getOriginOwner().getSimpleName())
                .distinct()
                .toList();
        assertThat(callers).containsExactly("Edges");
    }

    @Test
    void noNameHidesWhatAClassIsFor() {
        Set<String> names = CLASSES.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.matches(".*(Impl|Util|Utils|Manager|Helper|Dto)"))
                .collect(Collectors.toSet());
        assertThat(names).isEmpty();
    }

    private static String part(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).replaceAll("\\..*", "");
    }
}
