package io.personalizeoperator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * The layering rules of ARCHITECTURE.md.
 *
 * @param base the package that they hold for; another one in the tests that show them fail
 */
record Layers(String base) {
  static final List<String> KINDS =
      List.of(
          "schema", "datasetgroup", "dataset", "datasetimport", "solution", "campaign", "filter");
  private static final List<String> SHARED =
      List.of(
          "aws",
          "account",
          "ratelimit",
          "clock",
          "schedule",
          "spike",
          "template",
          "status",
          "config");

  /** Packages in which everything is a function of what it is given, and the kinds likewise. */
  private static final List<String> PURE_PACKAGES =
      List.of("decision", "schedule", "spike", "template");

  /** What a kind has beside pure classes. */
  private static final Pattern IMPURE_OF_A_KIND = Pattern.compile(".*(Reconciler|Calls|Metrics)");

  /** What pure classes do without. */
  private static final Pattern IMPURE =
      Pattern.compile(
          "software\\.amazon\\.awssdk\\..*Client"
              + "|io\\.fabric8\\.kubernetes\\.client\\.(\\w+\\.)*\\w*Client"
              + "|org\\.slf4j\\..*"
              + "|java\\.time\\.(Clock|InstantSource)"
              + "|java\\.lang\\.Thread"
              + "|java\\.(io|net|nio\\.file|util\\.concurrent)\\..*"
              + "|io\\.personalizeoperator\\.clock\\..*"
              + "|io\\.personalizeoperator\\.aws\\.AwsConnection"
              + "|io\\.personalizeoperator\\.account\\.(AccountView|KindView|Sweeper)"
              + "|io\\.personalizeoperator\\.ratelimit\\.RateLimiter"
              + "|io\\.personalizeoperator\\.status\\.(StatusWriter|EventRecorder)");

  private static final Set<String> WIRING = Set.of("OperatorMain", "OperatorProcess");
  private static final Pattern VAGUE = Pattern.compile(".*(Utils?|Helper|Manager|Impl)");

  private String in(String name) {
    return base + "." + name + "..";
  }

  private String[] packages(List<String> names) {
    return names.stream().map(this::in).toArray(String[]::new);
  }

  private static String topLevelName(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    String top = nested < 0 ? name : name.substring(0, nested);
    return top.substring(top.lastIndexOf('.') + 1);
  }

  private static DescribedPredicate<JavaClass> named(String description, Pattern pattern) {
    return describe(description, type -> pattern.matcher(topLevelName(type)).matches());
  }

  ArchRule everythingThatDecidesIsAFunctionOfWhatItIsGiven() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(PURE_PACKAGES))
        .or(
            describe(
                "are of a kind and no reconciler, calls or metrics",
                type ->
                    resideInAnyPackage(packages(KINDS)).test(type)
                        && !IMPURE_OF_A_KIND.matcher(topLevelName(type)).matches()))
        .should()
        .dependOnClassesThat(
            describe(
                "reach outside",
                type -> IMPURE.matcher(type.getBaseComponentType().getName()).matches()));
  }

  ArchRule kindsDoNotKnowOneAnother() {
    CompositeArchRule all = CompositeArchRule.of(kindKnowsNoOther(KINDS.getFirst()));
    for (String kind : KINDS.subList(1, KINDS.size())) {
      all = all.and(kindKnowsNoOther(kind));
    }
    return all;
  }

  private ArchRule kindKnowsNoOther(String kind) {
    return noClasses()
        .that()
        .resideInAPackage(in(kind))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(KINDS.stream().filter(k -> !k.equals(kind)).toList()))
        .allowEmptyShould(true);
  }

  ArchRule sharedPackagesKnowNeitherLifeCycleNorKinds() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(SHARED))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(in("decision"), in("reconcile"), in("runtime"))
                .or(resideInAnyPackage(packages(KINDS))));
  }

  ArchRule onlyTheWiringKnowsTheKinds() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(KINDS))
        .and(describe("are not the wiring", type -> !WIRING.contains(topLevelName(type))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(KINDS));
  }

  ArchRule onlyTheSystemClockAsksTheMachineForTheTime() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(base + ".clock.SystemClock")
        .should()
        .callMethodWhere(describe("reads the machine's clock", Layers::readsTheClock));
  }

  private static boolean readsTheClock(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    return (owner.startsWith("java.time.") && method.equals("now"))
        || (owner.equals("java.time.Clock") && method.matches("system.*|tick.*"))
        || (owner.equals("java.time.InstantSource") && method.equals("system"))
        || (owner.equals("java.lang.System") && method.equals("currentTimeMillis"));
  }

  ArchRule timeAndThreadsComeFromOutside() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(List.of("decision", "account", "ratelimit", "reconcile")))
        .should()
        .callMethodWhere(describe("starts or halts a thread", Layers::handlesThreads))
        .orShould()
        .callConstructorWhere(
            describe(
                "makes a thread",
                (JavaConstructorCall call) ->
                    call.getTargetOwner().isAssignableTo(Thread.class)
                        || call.getTargetOwner().isAssignableTo(Executor.class)));
  }

  private static boolean handlesThreads(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    return (owner.equals("java.lang.Thread") && method.matches("start.*|of.*|sleep"))
        || owner.equals("java.util.concurrent.Executors")
        || (owner.equals("java.lang.System") && method.equals("nanoTime"));
  }

  ArchRule packagesFormNoCycles() {
    return slices().matching(base + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule aKindShowsNothingButItsReconciler() {
    return classes()
        .that()
        .resideInAnyPackage(packages(KINDS))
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameNotEndingWith("Reconciler")
        .and(describe("are not what a reconciler is made with", type -> !isGivenToReconciler(type)))
        .should()
        .bePackagePrivate();
  }

  private static boolean isGivenToReconciler(JavaClass type) {
    return type.getConstructorsWithParameterTypeOfSelf().stream()
        .map(JavaConstructor::getOwner)
        .anyMatch(
            owner ->
                owner.getSimpleName().endsWith("Reconciler")
                    && owner.getPackageName().equals(type.getPackageName()));
  }

  ArchRule namesSayWhatAClassIs() {
    return noClasses()
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.have(
                named("a name that says nothing", VAGUE)));
  }
}
