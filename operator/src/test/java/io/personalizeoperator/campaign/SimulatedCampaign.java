package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/**
 * A campaign through simulated time, alone with the decider and a model of AWS: passes are made
 * when the decider asked for one, when AWS or the user changes something, and after a restart;
 * never else. So a wake-up that is missing shows.
 */
final class SimulatedCampaign {
  static final String ARN = Observation.arn("campaign/movies");
  static final CapacityRules RULES = new CapacityRules(500, OptionalDouble.empty());
  private static final int MOST_PASSES_AT_ONCE = 20;
  private static final AwsFailure BUSY =
      new AwsFailure(
          FailureClass.WAIT_FOR_CHANGE, "ResourceInUseException", "An update is under way.");

  private static final AwsFailure NOTHING_CHANGES =
      new AwsFailure(FailureClass.NEEDS_USER, "InvalidInputException", "Nothing would change.");

  /** An UpdateCampaign that AWS has taken. */
  record Sent(Instant at, String version, Integer tps) {
    @Override
    public String toString() {
      return at + " " + version.substring(version.lastIndexOf('/') + 1) + " " + tps;
    }
  }

  /** Something that was told as an Event. */
  record Told(Instant at, Notice notice) {}

  /** The operator is killed. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  final List<Sent> sent = new ArrayList<>();
  final List<Told> told = new ArrayList<>();
  final AwsCampaign aws;
  private final CampaignDecider kind = new CampaignDecider(RULES);
  private final LifecycleDecider<Campaign, CampaignDetails> decider = new LifecycleDecider<>(kind);
  private Campaign resource;
  private Instant now;
  private Instant since;
  private Instant tagsRead;
  private Optional<Instant> wakeAt;
  private Attempts attempts = Attempts.NONE;
  private AwsFailure refusal;
  private Predicate<Action> failing = action -> false;
  private AwsFailure failure;
  private boolean hurried;
  private LifecycleStatus before;

  /** What Ready has said, one after the other. */
  final List<String> messages = new ArrayList<>();

  /** How often each action has failed. */
  final Map<Action.Key, Integer> failures = new HashMap<>();

  private final Map<String, String> tags = new HashMap<>();
  private String promoted = version("v1");
  private int passes;
  private int actions;
  private int reads;
  private int step;
  private int killedAt = -1;
  private final List<Outcome> outcomes = new ArrayList<>();

  /** Whether the finalizer is gone, and with it the custom resource. */
  boolean released;

  /** A campaign as its spec says, whose first pass is over. */
  SimulatedCampaign(String start, String spec) {
    now = Instant.parse(start);
    since = now;
    tagsRead = now;
    resource = read(spec, 1);
    Integer base = resource.getSpec().minProvisionedTPS();
    aws = new AwsCampaign(now, new CampaignSettings(promoted, base == null ? 1 : base, null));
    passes();
  }

  static String version(String id) {
    return Observation.arn("solution/movies/" + id);
  }

  private static Campaign read(String spec, long generation) {
    Campaign campaign =
        Manifests.read(
            Campaign.class,
            """
            metadata: {name: movies, uid: uid-of-movies, generation: %d}
            spec:
              solutionRef: {name: movies}
            %s"""
                .formatted(generation, spec.indent(2)));
    return campaign;
  }

  /** Lets time pass. */
  SimulatedCampaign until(Instant end) {
    while (true) {
      Optional<Instant> next =
          Stream.of(wakeAt, aws.nextChange())
              .flatMap(Optional::stream)
              .min(Comparator.naturalOrder())
              .filter(at -> !at.isAfter(end));
      if (next.isEmpty()) {
        now = end;
        return this;
      }
      now = next.get().isBefore(now) ? now : next.get();
      aws.moveTo(now);
      passes();
    }
  }

  SimulatedCampaign until(String end) {
    return until(Instant.parse(end));
  }

  SimulatedCampaign pass(Duration time) {
    return until(now.plus(time));
  }

  /** The user applies another spec. */
  SimulatedCampaign edit(String spec) {
    CampaignStatus status = resource.getStatus();
    resource = read(spec, resource.getMetadata().getGeneration() + 1);
    resource.setStatus(status);
    passes();
    return this;
  }

  /** The user deletes the custom resource. */
  SimulatedCampaign delete() {
    resource.getMetadata().setDeletionTimestamp(now.toString());
    passes();
    return this;
  }

  /** The solution promotes another version. */
  SimulatedCampaign promote(String id) {
    promoted = version(id);
    passes();
    return this;
  }

  /** Somebody deploys another version in the console. */
  SimulatedCampaign deployInConsole(String id) {
    CampaignSettings serving = aws.serving();
    aws.send(
        now,
        new CampaignSettings(version(id), serving.minProvisionedTPS(), serving.config()),
        false);
    passes();
    return this;
  }

  /** Somebody changes minProvisionedTPS in the console. */
  SimulatedCampaign console(int tps) {
    aws.send(now, new CampaignSettings(aws.serving().solutionVersionArn(), tps, null), false);
    passes();
    return this;
  }

  /** The operator starts anew: all that it had in memory is gone. */
  SimulatedCampaign restart() {
    aws.forget();
    attempts = Attempts.NONE;
    since = now;
    tagsRead = null;
    passes();
    return this;
  }

  /** The operator is away until then. */
  SimulatedCampaign away(String end) {
    now = Instant.parse(end);
    aws.moveTo(now);
    return restart();
  }

  /** The operator is away until then; an hour before that somebody changes minProvisionedTPS. */
  SimulatedCampaign consoleWhileAway(int tps, String end) {
    aws.send(
        Instant.parse(end).minus(Duration.ofHours(1)),
        new CampaignSettings(aws.serving().solutionVersionArn(), tps, null),
        false);
    return away(end);
  }

  /** AWS refuses UpdateCampaign so from now on; null: no more. */
  SimulatedCampaign refusing(AwsFailure failure) {
    refusal = failure;
    return this;
  }

  /** The operator is killed once, at that step of its work, and starts anew. */
  SimulatedCampaign killedAtStep(int number) {
    killedAt = number;
    return this;
  }

  private void passes() {
    if (released) {
      return;
    }
    wakeAt = Optional.of(now);
    for (int i = 0; wakeAt.filter(at -> !at.isAfter(now)).isPresent(); i++) {
      assertThat(i).as("passes in a row at " + now).isLessThan(MOST_PASSES_AT_ONCE);
      try {
        pass();
      } catch (Killed e) {
        restart();
        return;
      }
    }
  }

  private void pass() {
    passes++;
    boolean acted = false;
    before = resource.lifecycle();
    outcomes.clear();
    while (true) {
      Decision decision = decider.decide(observed());
      Action action = decision.action().orElse(null);
      if (action == null || (acted && action.isMutating())) {
        mayBeKilled();
        decision.status().ifPresent(status -> resource.setStatus((CampaignStatus) status));
        if (messages.isEmpty() || !messages.getLast().equals(message())) {
          messages.add(message());
        }
        mayBeKilled();
        decision.notices().forEach(notice -> told.add(new Told(now, notice)));
        wakeAt = action == null ? decision.wakeAt() : Optional.of(now);
        return;
      }
      if (action instanceof Action.RemoveFinalizer) {
        released = true;
        wakeAt = Optional.empty();
        decision.notices().forEach(notice -> told.add(new Told(now, notice)));
        return;
      }
      mayBeKilled();
      hurried = !decision.neededBy().equals(Instant.MAX);
      act(action);
      acted |= action.isMutating();
    }
  }

  private void mayBeKilled() {
    if (step++ == killedAt) {
      throw new Killed();
    }
  }

  /** Such actions fail so from now on. */
  SimulatedCampaign failing(Predicate<Action> which, AwsFailure why) {
    failing = which;
    failure = why;
    return this;
  }

  /** The campaign cannot be described from now on. */
  SimulatedCampaign unreadable(AwsFailure why) {
    aws.unreadable(why);
    return failing(Action.ReadDetails.class::isInstance, why);
  }

  private void act(Action action) {
    actions++;
    if (failing.test(action)) {
      fail(action, failure);
      return;
    }
    attempts = attempts.succeeded(action.key());
    outcomes.add(new Outcome.Done(action));
    switch (action) {
      case Action.ReadDetails read -> {
        reads++;
        aws.describe();
      }
      case Action.ReadTags read -> tagsRead = now;
      case Action.Update update -> update(update);
      case Action.Tag tag -> tags.putAll(tag.set());
      case Action.InKubernetes publication ->
          before = new Outcome.Done(publication).reflectedIn(before);
      default -> throw new AssertionError("Not in this story: " + action);
    }
  }

  private void update(Action.Update update) {
    if (refusal != null) {
      outcomes.removeLast();
      fail(update, refusal);
      return;
    }
    var request = (UpdateCampaignRequest) update.request();
    CampaignSettings asked = CampaignSettings.of(request).or(aws.serving());
    if (aws.isBusy() || asked.equals(aws.serving())) {
      outcomes.removeLast();
      fail(update, aws.isBusy() ? BUSY : NOTHING_CHANGES);
      return;
    }
    aws.send(now, CampaignSettings.of(request), true);
    sent.add(new Sent(now, asked.solutionVersionArn(), asked.minProvisionedTPS()));
    mayBeKilled();
    told.add(new Told(now, update.notice()));
  }

  private void fail(Action action, AwsFailure why) {
    long generation = resource.getMetadata().getGeneration();
    attempts = attempts.failed(action.key(), generation, why, now, hurried);
    failures.merge(action.key(), 1, Integer::sum);
  }

  private Observed<Campaign, CampaignDetails> observed() {
    Solution solution = new Solution();
    solution.setStatus(
        SolutionStatus.of(
                new LifecycleStatus(
                    1L,
                    Observation.arn("solution/movies"),
                    null,
                    "ACTIVE",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of()))
            .withPromotedVersion(
                new PromotedVersion(
                    promoted, promoted.substring(promoted.lastIndexOf('/') + 1), since)));
    return Observation.<Campaign, CampaignDetails>of(resource)
        .at(now)
        .knownSince(since)
        .seeing(
            List.of(
                aws.live(
                    tagsRead == null ? null : Observation.owner(resource).with(tags), tagsRead)))
        .parent(
            ParentReference.of(Solution.class, resource.getSpec().solutionRef(), null), solution)
        .after(attempts)
        .before(before)
        .outcomes(outcomes)
        .observed(kind);
  }

  Instant now() {
    return now;
  }

  CampaignStatus status() {
    return resource.getStatus();
  }

  Campaign resource() {
    return resource;
  }

  /** The reason of a condition. */
  String reason(String type) {
    return Conditions.find(status().lifecycle().conditions(), type).orElseThrow().reason();
  }

  /** What Ready says. */
  String message() {
    return Conditions.find(status().lifecycle().conditions(), "Ready").orElseThrow().message();
  }

  boolean isTrue(String type) {
    return Conditions.isTrue(status().lifecycle().conditions(), type);
  }

  /** Reasons of what was told, in order. */
  List<String> news() {
    return told.stream().map(one -> one.notice().reason()).toList();
  }

  List<Told> told(String reason) {
    return told.stream().filter(one -> one.notice().reason().equals(reason)).toList();
  }

  /** UpdateCampaign calls so far: time, version and minProvisionedTPS. */
  List<String> updates() {
    return sent.stream().map(Sent::toString).toList();
  }

  int passesSoFar() {
    return passes;
  }

  /** Calls to AWS so far, reads included. */
  int actionsSoFar() {
    return actions;
  }

  int readsSoFar() {
    return reads;
  }

  int steps() {
    return step;
  }
}
