package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What to do about a resource that is ours: wait, repair, publish, and the kind's own policy. */
final class UpkeepDecider<R extends PersonalizeResource<?, ?>, D> {
  /** Safety rule 6: how often tags are compared. */
  private static final Duration TAGS_EVERY = Duration.ofHours(6);

  /** Hash codes of names that differ in a digit lie side by side; times this they do not. */
  private static final long SCATTER = 0x9E3779B97F4A7C15L;

  private final KindDecider<R, D> kind;

  UpkeepDecider(KindDecider<R, D> kind) {
    this.kind = kind;
  }

  Step decide(Observed<R, D> observed) {
    RemoteResource<D> live = kind.current(observed).orElseThrow();
    return moving(live)
        .or(() -> failed(observed, live))
        .or(() -> tags(observed, live))
        .orElseGet(() -> beyondTags(observed, live));
  }

  /** Tags are as they should be: they are looked at again when it is time. */
  private Step beyondTags(Observed<R, D> observed, RemoteResource<D> live) {
    Step step =
        details(observed, live)
            .or(() -> drift(observed, live))
            .or(() -> publish(observed, live))
            .orElseGet(() -> kind.whenActive(observed, live));
    return kind.isTaggable() ? step.wakingBy(nextTagCheck(observed, live)) : step;
  }

  private Optional<Step> moving(RemoteResource<D> live) {
    if (live.isBeingDeleted()) {
      return Optional.of(
          Step.rest(
              Verdict.progressing(
                  Reason.Deleting, live.arn() + " is being deleted in AWS.", false)));
    }
    return live.isInTransition()
        ? Optional.of(
            Step.rest(
                Verdict.progressing(
                    kind.creatingReason(),
                    "The " + kind.noun() + " is " + live.status() + ".",
                    false)))
        : Optional.empty();
  }

  private Optional<Step> failed(Observed<R, D> observed, RemoteResource<D> live) {
    if (!live.hasFailed() || kind.isRepairableWhenFailed()) {
      return Optional.empty();
    }
    Verdict stalled =
        Verdict.stalled(
            kind.failedReason(),
            live.failureReason().orElse("AWS gives no reason.")
                + kind.howToTryAgain()
                    .map(how -> " Put the cause right, then " + how + ".")
                    .orElse(""),
            false);
    return Optional.of(
        kind.delete(live.arn())
            .filter(d -> Recreation.isAskedFor(observed))
            .map(
                delete ->
                    Step.act(
                        Verdict.progressing(
                            Reason.Deleting, "What failed is deleted to be made again.", false),
                        new Action.Delete(
                            live.arn(),
                            delete,
                            Notice.normal("Deleted", live.arn() + " had failed and is deleted."))))
            .orElse(Step.rest(stalled)));
  }

  private Optional<Step> tags(Observed<R, D> observed, RemoteResource<D> live) {
    if (!kind.isTaggable()) {
      return Optional.empty();
    }
    boolean due =
        !observed.now().isBefore(nextTagCheck(observed, live))
            || (live.tags() == null && !observed.isApplied());
    if (due) {
      Priority priority = observed.isApplied() ? Priority.BACKGROUND : Priority.FOREGROUND;
      return Optional.of(Step.act(settling(live), new Action.ReadTags(live.arn(), priority)));
    }
    return live.tags() == null ? Optional.empty() : tagDrift(observed, live);
  }

  private Optional<Step> tagDrift(Observed<R, D> observed, RemoteResource<D> live) {
    Map<String, String> missing = missingTags(observed, live);
    if (!missing.isEmpty()) {
      return Optional.of(
          Step.act(
              settling(live),
              new Action.Tag(
                  live.arn(), live.tags(), missing, tagNotice(observed, missing.keySet()))));
    }
    Set<String> surplus = surplusTags(observed, live);
    return surplus.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Step.act(
                settling(live),
                new Action.Untag(live.arn(), live.tags(), surplus, tagNotice(observed, surplus))));
  }

  private Notice tagNotice(Observed<R, D> observed, Set<String> keys) {
    String what = "Tags set right in AWS: " + String.join(", ", keys) + ".";
    return observed.isApplied()
        ? Notice.warning("DriftCorrected", what)
        : Notice.normal("Updated", what);
  }

  static boolean tagsDiffer(Observed<?, ?> observed, RemoteResource<?> live) {
    return live.tags() != null
        && !(missingTags(observed, live).isEmpty() && surplusTags(observed, live).isEmpty());
  }

  private static Map<String, String> missingTags(Observed<?, ?> observed, RemoteResource<?> live) {
    Map<String, String> missing =
        new TreeMap<>(observed.owner().with(observed.resource().getSpec().tags()));
    missing.entrySet().removeIf(t -> t.getValue().equals(live.tags().get(t.getKey())));
    return missing;
  }

  /** Tags that the manifest has had and no longer has; those that others set are left alone. */
  private static Set<String> surplusTags(Observed<?, ?> observed, RemoteResource<?> live) {
    List<String> before = observed.before().tagKeys();
    Set<String> surplus = new TreeSet<>(before == null ? List.of() : before);
    surplus.retainAll(live.tags().keySet());
    Map<String, String> wanted = observed.resource().getSpec().tags();
    surplus.removeAll(wanted == null ? Set.of() : wanted.keySet());
    return surplus;
  }

  /**
   * Six hours after the last look; after a start spread over six hours, so that none is a burst.
   */
  private Instant nextTagCheck(Observed<R, D> observed, RemoteResource<D> live) {
    if (live.tagsRead() != null) {
      return live.tagsRead().plus(TAGS_EVERY);
    }
    long scattered = (live.arn().hashCode() * SCATTER) >>> 33;
    long spread = scattered % TAGS_EVERY.toSeconds();
    return observed.snapshot().since().plusSeconds(spread);
  }

  private Optional<Step> details(Observed<R, D> observed, RemoteResource<D> live) {
    if (!kind.needsDetails() || live.details() != null || isAsReported(observed, live)) {
      return Optional.empty();
    }
    return Optional.of(Step.act(settling(live), new Action.ReadDetails(live.arn())));
  }

  /** Nothing has changed since all was well: no call is needed to know that it still is. */
  private boolean isAsReported(Observed<R, D> observed, RemoteResource<D> live) {
    return observed.isApplied()
        && kind.isAsApplied(observed)
        && Objects.equals(live.summary().lastUpdated(), observed.before().awsLastUpdated());
  }

  private Optional<Step> drift(Observed<R, D> observed, RemoteResource<D> live) {
    if (live.details() == null) {
      return Optional.empty();
    }
    List<String> immutable = kind.immutableDifferences(observed, live.details());
    if (!immutable.isEmpty()) {
      return Optional.of(
          Step.rest(
              Verdict.stalled(
                  Reason.ImmutableDifference,
                  live.arn()
                      + " differs from the manifest in what AWS cannot change: "
                      + String.join("; ", immutable)
                      + ".",
                  live.isActive())));
    }
    return switch (kind.drift(observed, live)) {
      case Drift.None n -> Optional.empty();
      case Drift.UpdateUnderWay u ->
          Optional.of(
              Step.rest(Verdict.progressing(Reason.Updating, u.message(), live.isActive())));
      case Drift.UpdateFailed u ->
          Optional.of(
              Step.restUntil(
                  Verdict.stalled(
                      live.hasFailed() ? kind.failedReason() : Reason.UpdateFailed,
                      u.message(),
                      live.isActive()),
                  u.retryAt()));
      case Drift.Left l ->
          Optional.of(
              Step.rest(
                  Verdict.settled(
                      Reason.DriftReported,
                      "Somebody has changed it in AWS, and driftPolicy is Report: "
                          + l.what()
                          + ".")));
      case Drift.NotKept n ->
          Optional.of(
              Step.rest(
                  Verdict.stalled(
                      Reason.UpdateFailed,
                      "AWS has carried out the last update, but something else is in force: "
                          + n.what()
                          + ". Write the manifest as AWS shows it.",
                      live.isActive())));
      case Drift.Repairable r ->
          Optional.of(
              Step.act(
                  settling(live),
                  new Action.Update(live.arn(), r.request(), changed(observed, r))));
    };
  }

  private Notice changed(Observed<R, D> observed, Drift.Repairable repair) {
    if (repair.notice().isPresent()) {
      return repair.notice().get();
    }
    return observed.isApplied()
        ? Notice.warning("DriftCorrected", "It is being set right in AWS: " + repair.what() + ".")
        : Notice.normal("Updated", "An update was started: " + repair.what() + ".");
  }

  private Verdict settling(RemoteResource<D> live) {
    return Verdict.progressing(
        Reason.Updating,
        "The " + kind.noun() + " is being compared with the manifest.",
        live.isActive());
  }

  private Optional<Step> publish(Observed<R, D> observed, RemoteResource<D> live) {
    Publish wanted = observed.resource().getSpec().publish();
    Published before = observed.before().published();
    Published next =
        wanted == null
            ? null
            : new Published(wanted.configMap().name(), wanted.configMap().key(), live.arn());
    if (Objects.equals(before, next)) {
      return Optional.empty();
    }
    boolean elsewhere =
        before != null
            && (next == null
                || !before.configMap().equals(next.configMap())
                || !before.key().equals(next.key()));
    Action action =
        elsewhere
            ? new Action.Unpublish(before)
            : before == null
                ? new Action.AnnouncePublication(new Published(next.configMap(), next.key(), null))
                : new Action.PublishArn(next);
    return Optional.of(Step.act(settling(live), action));
  }
}
