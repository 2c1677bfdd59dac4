package io.personalizeoperator.solution;

import io.personalizeoperator.account.OpenView;
import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;

/**
 * One Solution with its passes and AWS behind it, in simulated time. As AWS does, it takes each
 * name of a version once. With faults, replies get lost, lists lag and statuses are not written.
 */
final class SimulatedSolution {
  static final String ARN = Observation.arn("solution/s");
  private static final int LAG_SECONDS = 90;
  private static final DatasetGroup GROUP =
      Manifests.read(
          DatasetGroup.class,
          "metadata: {name: g}\nspec: {}\nstatus: {arn: '%s', awsStatus: ACTIVE}"
              .formatted(Observation.arn("dataset-group/g")));

  /** A training in AWS. */
  record Training(
      String name,
      String mode,
      Instant started,
      Duration takes,
      boolean fails,
      Map<String, Double> metrics) {
    Instant ends() {
      return started.plus(takes);
    }

    boolean isOver(Instant at) {
      return !ends().isAfter(at);
    }

    Described<SolutionVersionDetails> at(Instant at) {
      String status = !isOver(at) ? "CREATE IN_PROGRESS" : fails ? "CREATE FAILED" : "ACTIVE";
      return new Described<>(
          new Summary(
              ARN + "/" + name,
              status,
              started,
              isOver(at) ? ends() : started,
              isOver(at) && fails ? "Too little data." : null),
          new SolutionVersionDetails(
              name, mode, "MANUAL", isOver(at) ? 2.0 : null, Map.of(), metrics));
    }
  }

  final Random random;
  final List<Training> trainings = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();
  final Solution solution;
  private final Instant start;
  final LifecycleDecider<Solution, SolutionDetails> decider =
      new LifecycleDecider<>(new SolutionDecider());
  Instant now;
  boolean faults;
  Duration takes = Duration.ofMinutes(40);
  double failing;

  /** Offline metrics of the trainings that start from now on. */
  Map<String, Double> metrics = Map.of();

  List<PersonalizeResource<?, ?>> neighbours = List.of();

  /** Most trainings that AWS ran at once. */
  int mostAtOnce;

  private OpenView<SolutionVersionDetails> versions;
  private Optional<Instant> wakeAt = Optional.empty();

  SimulatedSolution(String training, Instant start, long seed) {
    random = new Random(seed);
    this.start = start;
    now = start;
    solution =
        Manifests.read(
            Solution.class,
            """
            metadata: {name: s, generation: 1, uid: u, creationTimestamp: '%s'}
            spec: {recipe: aws-user-personalization, datasetGroupRef: {name: g}, training: %s}
            status: {arn: '%s', awsStatus: ACTIVE, ownership: Created, awsLastUpdated: '%s', appliedGeneration: 1}
            """
                .formatted(start, training, ARN, start));
    restart();
  }

  /** The process begins anew: what it knew is gone but for the status. */
  void restart() {
    versions = new OpenView<>(SolutionVersionCalls.KIND, () -> now);
    versions.view().watch("solution/s", () -> {});
    sweep();
  }

  void sweep() {
    Instant at = faults ? now.minusSeconds(random.nextInt(LAG_SECONDS)) : now;
    versions.listed(
        trainings.stream()
            .filter(training -> !training.started.isAfter(at))
            .skip(Math.max(0, trainings.size() - 30))
            .map(training -> new Described<SolutionVersionDetails>(training.at(at).summary(), null))
            .toList());
  }

  /** One pass: as many decisions as it takes until nothing is left to do. */
  void pass() {
    List<Outcome> outcomes = new ArrayList<>();
    while (true) {
      Decision decision = decider.decide(observation(outcomes));
      Optional<Action> action =
          decision.action().filter(next -> outcomes.isEmpty() || !isMutating(outcomes, next));
      if (action.isEmpty()) {
        report(decision);
        return;
      }
      outcomes.add(run(action.get()));
    }
  }

  private static boolean isMutating(List<Outcome> outcomes, Action next) {
    return next.isMutating() && outcomes.stream().anyMatch(one -> one.action().isMutating());
  }

  private void report(Decision decision) {
    wakeAt = decision.wakeAt();
    boolean crashes = faults && random.nextInt(5) == 0;
    if (!crashes) {
      decision.status().ifPresent(status -> solution.setStatus((SolutionStatus) status));
      notices.addAll(decision.notices());
    }
  }

  private Outcome run(Action action) {
    return switch (action) {
      case Action.ReadRelated read -> {
        trainings.stream()
            .filter(training -> read.arn().equals(ARN + "/" + training.name))
            .forEach(training -> versions.described(training.at(now)));
        yield new Outcome.Done(action);
      }
      case Action.CreateRelated create ->
          train(create, (CreateSolutionVersionRequest) create.request());
      default -> throw new IllegalStateException("Not expected: " + action);
    };
  }

  private Outcome train(Action.CreateRelated action, CreateSolutionVersionRequest request) {
    AwsFailure exists = new AwsFailure(FailureClass.EXISTS, "ResourceAlreadyExists", "exists");
    if (trainings.stream().anyMatch(training -> training.name.equals(request.name()))) {
      return new Outcome.Existed(action, Optional.empty(), exists);
    }
    boolean fails = random.nextDouble() < failing;
    trainings.add(
        new Training(request.name(), request.trainingModeAsString(), now, takes, fails, metrics));
    mostAtOnce =
        Math.max(
            mostAtOnce, (int) trainings.stream().filter(training -> !training.isOver(now)).count());
    if (faults && random.nextInt(4) == 0) {
      AwsFailure lost = new AwsFailure(FailureClass.RETRY_SOON, "Timeout", "no reply");
      return new Outcome.Unknown(action, lost);
    }
    versions.view().created(ARN + "/" + request.name(), null, "u", Map.of());
    return new Outcome.Created(action, ARN + "/" + request.name());
  }

  private Observed<Solution, SolutionDetails> observation(List<Outcome> outcomes) {
    return Observation.<Solution, SolutionDetails>of(solution)
        .at(now)
        .parent(
            ParentReference.of(DatasetGroup.class, solution.getSpec().datasetGroupRef(), null),
            GROUP)
        .seeing(
            Remote.<SolutionDetails>active(ARN)
                .created(start)
                .tagged(Observation.owner(solution).with(null), now))
        .related(SolutionVersionCalls.KIND, versions.view().watch("solution/s", () -> {}))
        .neighbours(neighbours)
        .outcomes(List.copyOf(outcomes))
        .observed(new SolutionDecider());
  }

  void step(Duration by) {
    now = now.plus(by);
    sweep();
    pass();
  }

  /** Runs until an instant, from one moment at which something can happen to the next. */
  void runUntil(Instant end) {
    pass();
    while (now.isBefore(end)) {
      Optional<Instant> trained =
          trainings.isEmpty()
              ? Optional.empty()
              : Optional.of(trainings.getLast().ends()).filter(at -> at.isAfter(now));
      Instant next =
          java.util.stream.Stream.of(wakeAt, trained, Optional.of(end))
              .flatMap(Optional::stream)
              .filter(at -> at.isAfter(now))
              .min(java.util.Comparator.naturalOrder())
              .orElse(end);
      step(Duration.between(now, next));
    }
  }

  List<String> started(Predicate<String> names) {
    return trainings.stream().map(Training::name).filter(names).toList();
  }
}
