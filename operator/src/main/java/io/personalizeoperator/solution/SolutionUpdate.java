package io.personalizeoperator.solution;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.decision.Drift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.EventsConfig;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionUpdateConfig;
import software.amazon.awssdk.services.personalize.model.SolutionUpdateSummary;
import software.amazon.awssdk.services.personalize.model.UpdateSolutionRequest;

/**
 * What UpdateSolution can change: automatic training with its schedule, incremental updates and the
 * events' configuration. What the manifest leaves out is left as it is, but for automatic training,
 * which is off unless asked for.
 *
 * @param autoTraining whether AWS trains by itself
 * @param schedule when; null for no wish
 * @param incremental whether new items are picked up between trainings; null for no wish
 * @param events which events count; null for no wish
 */
record SolutionUpdate(
    boolean autoTraining,
    @Nullable String schedule,
    @Nullable Boolean incremental,
    @Nullable EventsConfig events) {

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
    SolutionUpdateSummary update = live.latestSolutionUpdate();
    boolean updated = update != null && "ACTIVE".equals(update.status());
    SolutionUpdateConfig changed = updated ? update.solutionUpdateConfig() : null;
    var made = live.solutionConfig();
    Boolean auto =
        updated && update.performAutoTraining() != null
            ? update.performAutoTraining()
            : live.performAutoTraining();
    Boolean incremental =
        updated && update.performIncrementalUpdate() != null
            ? update.performIncrementalUpdate()
            : live.performIncrementalUpdate();
    return new SolutionUpdate(
        Boolean.TRUE.equals(auto),
        changed != null && changed.autoTrainingConfig() != null
            ? changed.autoTrainingConfig().schedulingExpression()
            : made == null || made.autoTrainingConfig() == null
                ? null
                : made.autoTrainingConfig().schedulingExpression(),
        incremental,
        changed != null && changed.eventsConfig() != null
            ? changed.eventsConfig()
            : made == null ? null : made.eventsConfig());
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
      Boolean autoTraining, Boolean incremental, SolutionUpdateConfig config) {
    return new SolutionUpdate(
        Boolean.TRUE.equals(autoTraining),
        config == null || config.autoTrainingConfig() == null
            ? null
            : config.autoTrainingConfig().schedulingExpression(),
        incremental,
        config == null ? null : config.eventsConfig());
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
    Drift send = new Drift.Repairable(wanted.request(live.arn()), what);
    if (update == null
        || !wanted.differencesTo(Objects.requireNonNull(details.requested())).isEmpty()) {
      return send;
    }
    return update.hasFailed()
        ? Drift.afterFailure(update, Drift.RETRY_AFTER, now, send)
        : new Drift.NotKept(what);
  }

  private List<String> differencesTo(SolutionUpdate other) {
    List<String> all = new ArrayList<>();
    if (autoTraining != other.autoTraining) {
      all.add("performAutoTraining " + other.autoTraining + " -> " + autoTraining);
    }
    if (schedule != null && !schedule.equals(other.schedule)) {
      all.add("autoTrainingConfig " + other.schedule + " -> " + schedule);
    }
    if (incremental != null && !incremental.equals(Boolean.TRUE.equals(other.incremental))) {
      all.add("performIncrementalUpdate " + other.incremental + " -> " + incremental);
    }
    if (events != null && !events.equals(other.events)) {
      all.add("eventsConfig");
    }
    return all;
  }

  private UpdateSolutionRequest request(String arn) {
    var request =
        UpdateSolutionRequest.builder()
            .solutionArn(arn)
            .performAutoTraining(autoTraining)
            .performIncrementalUpdate(incremental);
    if (schedule != null || events != null) {
      request.solutionUpdateConfig(
          c -> {
            c.eventsConfig(events);
            if (schedule != null) {
              c.autoTrainingConfig(a -> a.schedulingExpression(schedule));
            }
          });
    }
    return request.build();
  }
}
