package io.personalizeoperator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.personalizeoperator.offenders.KnowItAll;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The layers hold, and each rule finds the classes that offend against it on purpose. */
class LayersTest {
  private static final Layers OURS = new Layers("io.personalizeoperator");
  private static final Layers OFFENDERS = new Layers("io.personalizeoperator.offenders");
  private static JavaClasses operator;
  private static JavaClasses offenders;

  @BeforeAll
  static void read() throws URISyntaxException {
    operator = new ClassFileImporter().importPath(folderOf(OperatorMain.class));
    offenders =
        new ClassFileImporter()
            .importPath(folderOf(KnowItAll.class).resolve("io/personalizeoperator/offenders"));
  }

  private static Path folderOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Arguments rule(
      String name, Function<Layers, ArchRule> rule, String... whatItFinds) {
    return Arguments.of(name, rule, whatItFinds);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule(
            "everything that decides is a function of what it is given",
            Layers::everythingThatDecidesIsAFunctionOfWhatItIsGiven,
            "PersonalizeClient",
            "StsClient",
            "KubernetesClient",
            "org.slf4j.Logger",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.lang.Thread",
            "java.io.File",
            "java.net.URI",
            "AwsConnection",
            "HastyDecider$Nested"),
        rule(
            "kinds do not know one another",
            Layers::kindsDoNotKnowOneAnother,
            "schema.NosyNeighbour"),
        rule(
            "shared packages know neither life cycle nor kinds",
            Layers::sharedPackagesKnowNeitherLifeCycleNorKinds,
            "decision.Looped",
            "filter.Exposed"),
        rule("only the wiring knows the kinds", Layers::onlyTheWiringKnowsTheKinds, "KnowItAll"),
        rule(
            "only the system clock asks the machine for the time",
            Layers::onlyTheSystemClockAsksTheMachineForTheTime,
            "Instant.now()",
            "LocalDate.now()",
            "System.currentTimeMillis()",
            "Clock.systemUTC()",
            "InstantSource.system()"),
        rule(
            "time and threads come from outside",
            Layers::timeAndThreadsComeFromOutside,
            "System.nanoTime()",
            "Thread.startVirtualThread",
            "Executors.newSingleThreadExecutor()",
            "java.lang.Thread.<init>"),
        rule("packages form no cycles", Layers::packagesFormNoCycles, "Cycle detected"),
        rule(
            "a kind shows nothing but its reconciler",
            Layers::aKindShowsNothingButItsReconciler,
            "filter.Exposed"),
        rule(
            "names say what a class is",
            Layers::namesSayWhatAClassIs,
            "ThingUtils",
            "ThingHelper",
            "ThingManager",
            "ThingImpl"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theOperatorKeepsTheRule(String name, Function<Layers, ArchRule> rule, String[] offences) {
    rule.apply(OURS).check(operator);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theRuleFindsItsOffenders(String name, Function<Layers, ArchRule> rule, String[] offences) {
    String found =
        String.join(
            "\n", rule.apply(OFFENDERS).evaluate(offenders).getFailureReport().getDetails());

    assertThat(found).contains(offences);
  }

  @Test
  void theRulesSeeTheWholeOperator() {
    Set<String> packages =
        operator.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(packages)
        .containsAll(Layers.KINDS.stream().map(kind -> "io.personalizeoperator." + kind).toList())
        .contains(
            "io.personalizeoperator.decision",
            "io.personalizeoperator.reconcile",
            "io.personalizeoperator.account",
            "io.personalizeoperator.aws",
            "io.personalizeoperator.schedule",
            "io.personalizeoperator.status",
            "io.personalizeoperator.config");
    assertThat(operator.contain("io.personalizeoperator.offenders.KnowItAll")).isFalse();
  }
}
