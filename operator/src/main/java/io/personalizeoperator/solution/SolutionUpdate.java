package io.personalizeoperator.solution;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.decision.Drift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.EventParameters;
import software.amazon.awssdk.services.personalize.model.EventsConfig;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionUpdateConfig;
import software.amazon.awssdk.services.personalize.model.SolutionUpdateSummary;
import software.amazon.awssdk.services.personalize.model.UpdateSolutionRequest;

/**
 * What UpdateSolution can change: automatic training with its schedule, incremental updates and the
 * events' configuration. What the manifest leaves out has AWS's default, but for automatic
 * training, which is off unless asked for. The events' configuration has no default to return to:
 * see {@link SolutionDifferences}.
 *
 * @param autoTraining whether AWS trains by itself; null where it is left as it is
 * @param schedule when; null for every seven days
 * @param incremental whether new items are picked up between trainings; null for no
 * @param events which events count; null for all alike
 */
record SolutionUpdate(
    @Nullable Boolean autoTraining,
    @Nullable String schedule,
    @Nullable Boolean incremental,
    @Nullable EventsConfig events) {
  /** AWS: CreateSolution, performAutoTraining: by default every seven days. */
  private static final String DEFAULT_SCHEDULE = "rate(7 days)";

  static SolutionUpdate wanted(SolutionSpec spec) {
    var config = spec.config();
    return new SolutionUpdate(
        Boolean.TRUE.equals(spec.performAutoTraining()),
        config == null || config.autoTrainingConfig() == null
            ? null
            : config.autoTrainingConfig().schedulingExpression(),
        spec.performIncrementalUpdate(),
        config == null ? null : SolutionConfiguration.events(config.eventsConfig()));
  }

  /** What is in force: an update that is ACTIVE goes before what the solution was made with. */
  static SolutionUpdate inForce(Solution live) {
    var made = live.solutionConfig();
    SolutionUpdate original =
        new SolutionUpdate(
            Boolean.TRUE.equals(live.performAutoTraining()),
            made == null || made.autoTrainingConfig() == null
                ? null
                : made.autoTrainingConfig().schedulingExpression(),
            live.performIncrementalUpdate(),
            made == null ? null : made.eventsConfig());
    SolutionUpdateSummary update = live.latestSolutionUpdate();
    // AWS may leave out the status: see LatestUpdate.
    return update != null && (update.status() == null || "ACTIVE".equals(update.status()))
        ? requested(update).or(original)
        : original;
  }

  /** What a creation puts in force. */
  static SolutionUpdate of(CreateSolutionRequest create) {
    var config = create.solutionConfig();
    return new SolutionUpdate(
        Boolean.TRUE.equals(create.performAutoTraining()),
        config == null || config.autoTrainingConfig() == null
            ? null
            : config.autoTrainingConfig().schedulingExpression(),
        create.performIncrementalUpdate(),
        config == null ? null : config.eventsConfig());
  }

  /** What an update that AWS has taken asks for. */
  static SolutionUpdate requested(SolutionUpdateSummary update) {
    return of(
        update.performAutoTraining(),
        update.performIncrementalUpdate(),
        update.solutionUpdateConfig());
  }

  /** What an update asks for. */
  static SolutionUpdate of(UpdateSolutionRequest update) {
    return of(
        update.performAutoTraining(),
        update.performIncrementalUpdate(),
        update.solutionUpdateConfig());
  }

  private static SolutionUpdate of(
      @Nullable Boolean autoTraining,
      @Nullable Boolean incremental,
      @Nullable SolutionUpdateConfig config) {
    return new SolutionUpdate(
        autoTraining,
        config == null || config.autoTrainingConfig() == null
            ? null
            : config.autoTrainingConfig().schedulingExpression(),
        incremental,
        config == null ? null : config.eventsConfig());
  }

  /** This, with others' where this leaves something as it is. */
  SolutionUpdate or(SolutionUpdate others) {
    return new SolutionUpdate(
        autoTraining == null ? others.autoTraining : autoTraining,
        schedule == null ? others.schedule : schedule,
        incremental == null ? others.incremental : incremental,
        events == null ? others.events : events);
  }

  /** Whether some events count more than others, or not at all. */
  boolean hasEvents() {
    return !eventsOf(events).isEmpty();
  }

  static Drift drift(SolutionSpec spec, RemoteResource<SolutionDetails> live, Instant now) {
    SolutionDetails details = Objects.requireNonNull(live.details());
    LatestUpdate update = details.update();
    if (update != null && update.isUnderWay()) {
      return new Drift.UpdateUnderWay("An update of the solution is " + update.status() + ".");
    }
    SolutionUpdate wanted = wanted(spec);
    List<String> differences = wanted.differencesTo(details.inForce());
    if (differences.isEmpty()) {
      return Drift.NONE;
    }
    String what = String.join(", ", differences);
    Drift send = new Drift.Repairable(wanted.request(live.arn(), details.inForce()), what);
    if (update == null
        || !wanted.differencesTo(Objects.requireNonNull(details.requested())).isEmpty()) {
      return send;
    }
    return update.hasFailed()
        ? Drift.afterFailure(update, Drift.RETRY_AFTER, now, send)
        : new Drift.NotKept(what, update.lastUpdated());
  }

  private List<String> differencesTo(SolutionUpdate other) {
    List<String> all = new ArrayList<>();
    if (isOn(autoTraining) != isOn(other.autoTraining)) {
      all.add("performAutoTraining " + isOn(other.autoTraining) + " -> " + autoTraining);
    }
    if (hasOtherScheduleThan(other)) {
      all.add("autoTrainingConfig " + other.schedule + " -> " + frequency(schedule));
    }
    if (isOn(incremental) != isOn(other.incremental)) {
      all.add("performIncrementalUpdate " + other.incremental + " -> " + isOn(incremental));
    }
    if (hasOtherEventsThan(other)) {
      all.add("eventsConfig");
    }
    return all;
  }

  /** Whether these name events, and others weigh events in another way. */
  boolean hasOtherEventsThan(SolutionUpdate other) {
    return hasEvents() && !eventsOf(events).equals(eventsOf(other.events));
  }

  private static boolean isOn(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }

  /** Without automatic training its schedule does nothing. */
  private boolean hasOtherScheduleThan(SolutionUpdate other) {
    return isOn(autoTraining) && !frequency(schedule).equals(frequency(other.schedule));
  }

  /** AWS takes {@code day} and {@code days} with any number. */
  private static String frequency(@Nullable String schedule) {
    String text = schedule == null ? DEFAULT_SCHEDULE : schedule;
    return text.equals("rate(1 days)") ? "rate(1 day)" : text;
  }

  /** The order of events has no meaning. */
  private static Set<EventParameters> eventsOf(@Nullable EventsConfig config) {
    return config == null ? Set.of() : Set.copyOf(config.eventParametersList());
  }

  /** Carries what the manifest says, and AWS's default for what it left out and is in force. */
  private UpdateSolutionRequest request(String arn, SolutionUpdate inForce) {
    var request =
        UpdateSolutionRequest.builder()
            .solutionArn(arn)
            .performAutoTraining(autoTraining)
            .performIncrementalUpdate(
                isOn(inForce.incremental) ? Boolean.valueOf(isOn(incremental)) : incremental);
    String frequency = hasOtherScheduleThan(inForce) ? frequency(schedule) : schedule;
    if (frequency != null || events != null) {
      request.solutionUpdateConfig(
          c -> {
            c.eventsConfig(events);
            if (frequency != null) {
              c.autoTrainingConfig(a -> a.schedulingExpression(frequency));
            }
          });
    }
    return request.build();
  }
}
