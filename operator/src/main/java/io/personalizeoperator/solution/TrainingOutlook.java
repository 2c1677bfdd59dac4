package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.ScheduleStatus;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.TrainingMode;
import io.personalizeoperator.api.solution.TrainingSchedule;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;

/**
 * The trainings of a solution at one instant: what was trained, what is due, and what comes next.
 *
 * @param observed all that was observed
 * @param policy what the manifest says
 * @param history the versions
 * @param schedules the schedules that can be read
 * @param problems what is wrong with the others
 * @param imports the imports into its dataset group
 */
record TrainingOutlook(
    Observed<Solution, SolutionDetails> observed,
    TrainingPolicy policy,
    VersionHistory history,
    TrainingSchedules schedules,
    List<String> problems,
    DataImports imports) {
  /** A failure of long ago is not repeated: it waits for the next tick, import or request. */
  private static final Duration RETRIED_WITHIN = Duration.ofHours(6);

  /**
   * Puts together what is known.
   *
   * @param reader reads a schedule; it remembers those that it has read
   */
  static TrainingOutlook of(
      Observed<Solution, SolutionDetails> observed,
      Function<TrainingSchedule, ReadSchedule> reader) {
    TrainingPolicy policy = TrainingPolicy.of(observed.resource().getSpec());
    List<ReadSchedule> read = policy.schedules().stream().map(reader).toList();
    return new TrainingOutlook(
        observed,
        policy,
        history(observed),
        TrainingSchedules.at(
            observed.now(),
            read,
            recordedSchedules(observed),
            beginning(observed),
            observed.resource().getSpec().suspended()),
        read.stream().flatMap(schedule -> schedule.problem().stream()).toList(),
        DataImports.of(observed));
  }

  private static List<ScheduleStatus> recordedSchedules(Observed<Solution, ?> observed) {
    SolutionStatus status = observed.resource().getStatus();
    return status == null || status.schedules() == null ? List.of() : status.schedules();
  }

  /**
   * A new Solution runs no tick of before it was applied, and misses none while it waits. The API
   * server's clock may be ahead of ours.
   */
  private static Instant beginning(Observed<Solution, ?> observed) {
    boolean isReported = observed.before().observedGeneration() != null;
    String applied = observed.resource().getMetadata().getCreationTimestamp();
    boolean isUsable = !isReported && applied != null;
    return isUsable && Instant.parse(applied).isBefore(observed.now())
        ? Instant.parse(applied)
        : observed.now();
  }

  private static VersionHistory history(Observed<Solution, SolutionDetails> observed) {
    SolutionStatus status = observed.resource().getStatus();
    List<SolutionVersionStatus> recorded =
        status == null || status.history() == null ? List.of() : status.history();
    Snapshot<SolutionVersionDetails> snapshot = observed.related(SolutionVersionCalls.KIND);
    Optional<Instant> made = observed.live().flatMap(RemoteResource::createdInAws);
    return VersionHistory.of(
        recorded.stream().filter(version -> isOf(made, version.created())).toList(),
        snapshot.live().stream()
            .filter(version -> isOf(made, version.summary().created()))
            .toList(),
        observed.outcomes().stream().flatMap(one -> started(one, observed.now()).stream()).toList(),
        Promotions.named(observed),
        observed.now());
  }

  /** Not a version of one of the same name before it. */
  private static boolean isOf(Optional<Instant> made, Instant version) {
    return made.filter(version::isBefore).isEmpty();
  }

  private static Optional<SolutionVersionStatus> started(Outcome outcome, Instant now) {
    if (!outcome.isDone()
        || !(outcome.action() instanceof Action.CreateRelated create)
        || !(create.request() instanceof CreateSolutionVersionRequest request)) {
      return Optional.empty();
    }
    String arn = outcome instanceof Outcome.Created created ? created.arn() : null;
    return Optional.of(
        VersionRecords.requested(
            new VersionName(request.name()),
            arn,
            arn == null ? VersionHistory.REQUESTED : "CREATE PENDING",
            Objects.requireNonNull(request.trainingModeAsString()),
            now));
  }

  /** The training to start now, if one is due and none is under way. */
  Optional<TrainingRequest> next() {
    if (history.underWay().isPresent()) {
      return Optional.empty();
    }
    Optional<TrainingRequest> next = first().or(() -> due().min(TrainingRequest.MOST_URGENT));
    return unanswered()
        .map(Unanswered::name)
        .map(
            name ->
                Stream.concat(next.stream(), due())
                    .filter(request -> request.name().equals(name))
                    .findFirst())
        .orElse(next);
  }

  /**
   * A training whose reply was lost may run: only the same is asked for again until AWS would show
   * it.
   *
   * @param name of the version
   * @param until when
   */
  private record Unanswered(VersionName name, Instant until) {}

  private Optional<Unanswered> unanswered() {
    return observed.attempts().byAction().values().stream()
        .filter(attempt -> attempt.failure().kind() == FailureClass.RETRY_SOON)
        .filter(attempt -> observed.now().isBefore(attempt.at().plus(Snapshot.LAG)))
        .filter(attempt -> attempt.action().content() instanceof CreateSolutionVersionRequest)
        .map(
            attempt ->
                new Unanswered(
                    new VersionName(
                        ((CreateSolutionVersionRequest) attempt.action().content()).name()),
                    attempt.at().plus(Snapshot.LAG)))
        .filter(lost -> !history.has(lost.name()))
        .findFirst();
  }

  private Stream<TrainingRequest> due() {
    return Stream.of(
            schedules.due(history), requested().stream(), afterImport().stream(), retry().stream())
        .flatMap(Function.identity());
  }

  /** Whether a version was ever trained that is of use, or is being trained. */
  boolean isTrained() {
    return history.newestOfUse().isPresent();
  }

  /**
   * The first training. One that failed is made again when there is new data, not before: it costs
   * money.
   */
  private Optional<TrainingRequest> first() {
    if (!policy.onCreate() || isTrained()) {
      return Optional.empty();
    }
    return history
        .newest()
        .map(
            failed ->
                imports
                    .lastSuccess()
                    .filter(imported -> imported.isAfter(endOf(failed)))
                    .map(imported -> VersionName.initialAfter(failed.created())))
        .orElseGet(() -> Optional.of(VersionName.initial()))
        .map(
            name ->
                new TrainingRequest(name, TrainingMode.FULL, Instant.MAX, "it is the first one"));
  }

  private Optional<TrainingRequest> requested() {
    return TrainingAnnotation.of(observed.resource())
        .filter(request -> !isAnswered(request))
        .map(
            request ->
                new TrainingRequest(
                    request.name(),
                    request.mode(),
                    Instant.MAX,
                    "the annotation " + PersonalizeResource.TRAIN + " asks for it"));
  }

  /** Whether the annotation was acted on, now or before. */
  boolean isAnswered(TrainingAnnotation request) {
    SolutionStatus status = observed.resource().getStatus();
    boolean isRecorded =
        status != null && Objects.equals(status.lastTrainRequest(), request.recorded());
    return isRecorded || history.has(request.name()) || history.rulesOut(request.mode());
  }

  private Optional<TrainingRequest> afterImport() {
    Optional<Instant> imported = imports.lastSuccess();
    boolean isNew =
        history
            .newestOfUse()
            .filter(version -> imported.filter(version.created()::isBefore).isEmpty())
            .isEmpty();
    boolean mayStart =
        nextAfterImport().filter(observed.now()::isBefore).isEmpty() && imported.isPresent();
    return policy
        .afterImport()
        .filter(mode -> isTrained() || !policy.onCreate())
        .filter(mode -> isNew && mayStart && !history.rulesOut(mode))
        .map(
            mode ->
                new TrainingRequest(
                    VersionName.afterImport(imported.orElseThrow()),
                    mode,
                    Instant.MAX,
                    "new data was imported"))
        .filter(request -> !history.has(request.name()));
  }

  /** When new data may train again. */
  private Optional<Instant> nextAfterImport() {
    return policy.afterImport().isEmpty()
        ? Optional.empty()
        : history.newest().map(version -> version.created().plus(policy.atMostEvery()));
  }

  private Optional<TrainingRequest> retry() {
    return retryAt()
        .filter(at -> !observed.now().isBefore(at))
        .flatMap(at -> history.newest())
        .map(
            failed ->
                new TrainingRequest(
                    new VersionName(Objects.requireNonNull(failed.name())).retry(),
                    modeOf(failed),
                    Instant.MAX,
                    "the one before has failed"));
  }

  /** When the newest training, which has failed, is repeated; empty when it is not. */
  Optional<Instant> retryAt() {
    return history
        .newest()
        .filter(VersionHistory::hasFailed)
        .filter(version -> version.name() != null)
        .filter(
            version -> {
              VersionName name = new VersionName(Objects.requireNonNull(version.name()));
              return name.isOurs() && name.retries() < policy.retries();
            })
        .map(version -> endOf(version).plus(policy.retryDelay()))
        .filter(at -> observed.now().isBefore(at.plus(RETRIED_WITHIN)));
  }

  private static Instant endOf(SolutionVersionStatus version) {
    return version.ended() == null ? version.created() : version.ended();
  }

  private static TrainingMode modeOf(SolutionVersionStatus version) {
    return TrainingMode.UPDATE.name().equals(version.trainingMode())
        ? TrainingMode.UPDATE
        : TrainingMode.FULL;
  }

  /** When the training under way has taken too long. */
  Optional<Instant> stopAt() {
    return policy
        .maximumDuration()
        .flatMap(
            most ->
                history
                    .underWay()
                    .filter(version -> version.arn() != null && isOurs(version))
                    .map(version -> version.created().plus(most)));
  }

  private static boolean isOurs(SolutionVersionStatus version) {
    return version.name() != null && new VersionName(version.name()).isOurs();
  }

  /** The next moment at which something else can be due. */
  Optional<Instant> nextChange() {
    Optional<Instant> shown =
        history
            .underWay()
            .filter(version -> version.status().equals(VersionHistory.REQUESTED))
            .map(version -> version.created().plus(VersionHistory.SHOWN_WITHIN));
    return Stream.of(
            schedules.nextChange(),
            nextAfterImport(),
            retryAt(),
            stopAt(),
            shown,
            unanswered().map(Unanswered::until))
        .flatMap(Optional::stream)
        .filter(at -> at.isAfter(observed.now()))
        .min(Comparator.naturalOrder());
  }

  /** The status as last reported. */
  @Nullable SolutionStatus before() {
    return observed.resource().getStatus();
  }
}
