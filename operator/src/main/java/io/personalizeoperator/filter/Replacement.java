package io.personalizeoperator.filter;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.FailedFilter;
import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.api.filter.RetiringFilter;
import io.personalizeoperator.decision.Action.AssignRole;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionRecord;
import io.personalizeoperator.decision.Role;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The steps of the filter that is going to serve: announced, created, ACTIVE, serving. */
final class Replacement {
  private final FilterIntent intent;
  private final FilterState state;
  private final Instant now;

  Replacement(FilterIntent intent) {
    this.intent = intent;
    this.state = intent.state();
    this.now = intent.observed().now();
  }

  private Optional<NextFilter> next(Revision<String> revision) {
    return state.next().filter(next -> next.name().equals(revision.name()));
  }

  /** What comes before the creation of a revision. */
  Optional<Finding> beforeCreate(Revision<String> revision) {
    if (state.serving().isPresent() && state.next().isPresent() && next(revision).isEmpty()) {
      return Optional.of(isReplaced(revision));
    }
    boolean isVanished = state.serving().isPresent() && next(revision).isEmpty();
    if (isVanished) {
      return Optional.empty();
    }
    Optional<Finding> waiting = Succession.waitingForRoom(intent);
    if (waiting.isPresent()) {
      return waiting;
    }
    boolean isDated = FilterTexts.isDated(intent.observed().resource().getSpec());
    return state.next().isEmpty() && (isDated || state.failed().isPresent())
        ? Optional.of(Succession.announce(intent, revision.name()))
        : Optional.empty();
  }

  private static Finding isReplaced(Revision<String> revision) {
    return Finding.rest(
        Concern.EXISTENCE,
        Verdict.progressing(
            Reason.Updating,
            "The filter %s is gone, and another takes its place.".formatted(revision.name()),
            false));
  }

  /** What follows for a revision that is there, ours and neither in transition nor failed. */
  List<Finding> upkeep(Revision<String> revision) {
    return next(revision).map(next -> List.of(found(revision, next))).orElse(List.of());
  }

  private Finding found(Revision<String> revision, NextFilter next) {
    RemoteResource<String> live = revision.present();
    if (live.details() == null) {
      return Finding.rest(
          Concern.ROTATION, updating("Comparing the filter %s with the manifest.", next));
    }
    boolean isWithdrawn = !intent.wanted().isNextInManifest() && !state.isCreating();
    if (isWithdrawn || !live.details().equals(next.expression())) {
      return Finding.act(
          Concern.ROTATION,
          updating("The filter %s is not what the manifest says any more and is deleted.", next),
          new AssignRole(revision.plan(), Role.RETIRING, discarded(revision)));
    }
    Instant tick = next.tick();
    if (tick != null && now.isBefore(tick) && intent.isServing()) {
      return Finding.restUntil(
          Concern.ROTATION,
          Verdict.settled(Reason.Active, "The next filter waits for its tick."),
          tick);
    }
    return Finding.act(
        Concern.ROTATION,
        updating("The filter %s is ACTIVE and serves from now on.", next),
        promotion(revision, next));
  }

  private Verdict updating(String words, NextFilter next) {
    return Verdict.progressing(Reason.Updating, words.formatted(next.name()), intent.isServing());
  }

  private AssignRole promotion(Revision<String> revision, NextFilter next) {
    RemoteResource<String> live = revision.present();
    RevisionRecord before = revision.recorded();
    RevisionRecord record =
        new RevisionRecord(
            live.arn(),
            live.createdInAws().orElse(null),
            live.status(),
            before.awsLastUpdated(),
            before.ownership(),
            before.tagKeys());
    return new AssignRole(
        FilterRevisions.plan(next.name(), Role.SERVING, record),
        Role.SERVING,
        new CurrentFilter(
            next.name(),
            live.arn(),
            next.expression(),
            now.truncatedTo(ChronoUnit.SECONDS),
            next.tick()));
  }

  /** One that will not serve. */
  private RetiringFilter discarded(Revision<String> revision) {
    RemoteResource<String> live = revision.present();
    return new RetiringFilter(
        revision.name(),
        live.arn(),
        live.createdInAws().orElse(null),
        revision.recorded().ownership(),
        now.truncatedTo(ChronoUnit.SECONDS));
  }

  /** A failed one is deleted and tried again; one that served, or was static, is replaced. */
  Optional<Finding> afterFailure(Revision<String> revision) {
    Optional<Finding> failed = next(revision).map(next -> failed(revision, next));
    boolean isReplaced = failed.isEmpty() && state.next().isPresent();
    return isReplaced
        ? Optional.of(
            Finding.rest(
                Concern.STATE,
                Verdict.progressing(
                    Reason.Updating,
                    "The creation of the filter %s failed, and another takes its place."
                        .formatted(revision.name()),
                    false)))
        : failed;
  }

  private Finding failed(Revision<String> revision, NextFilter next) {
    String reason = Sentences.ofAws(revision.present().failureReason().orElse(null));
    FailedFilter failure = Retries.after(state.failed(), next, reason, now);
    return Finding.act(
        Concern.STATE,
        Retries.verdict(failure, intent.isServing()),
        new AssignRole(revision.plan(), Role.RETIRING, failure));
  }
}
