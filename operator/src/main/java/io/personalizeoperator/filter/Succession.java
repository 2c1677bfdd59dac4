package io.personalizeoperator.filter;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.filter.FailedFilter;
import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.api.filter.RetiringFilter;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Action.AssignRole;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionRecord;
import io.personalizeoperator.decision.Role;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which filter is to serve next. One is announced when the serving one says other than it should;
 * one that is out of date before it serves is given up. A custom resource has two filters at the
 * most, and one more only while a failed one is deleted: the next waits until the last has retired.
 */
record Succession(FilterIntent intent) {
  List<Finding> look() {
    if (intent.wanted().problem().isPresent()) {
      return intent.state().serving().isPresent() ? List.of(invalid()) : List.of();
    }
    FilterText text = intent.wanted().text().orElseThrow();
    Optional<Finding> next =
        intent
            .state()
            .next()
            .map(announced -> withNext(announced, text))
            .orElseGet(() -> withoutNext(text));
    return Stream.concat(standingFailure(text).stream(), next.stream()).toList();
  }

  /** A manifest whose filter has failed is stuck until one works, also while another is tried. */
  private Optional<Finding> standingFailure(FilterText text) {
    return intent
        .state()
        .failed()
        .filter(failed -> !isBySchedule(intent) && failed.expression().equals(text.expression()))
        .map(failed -> Finding.rest(Concern.ROTATION, Retries.verdict(failed, intent.isServing())));
  }

  private Finding invalid() {
    return Finding.rest(
        Concern.ROTATION,
        Verdict.stalled(
            Reason.InvalidSpec, intent.wanted().problem().orElseThrow(), intent.isServing()));
  }

  private Optional<Finding> withNext(NextFilter next, FilterText text) {
    if (!next.expression().equals(text.expression())) {
      return outOfDate(next);
    }
    return intent.wanted().schedule().deletesFirst() && intent.state().serving().isPresent()
        ? makeRoom(next)
        : Optional.empty();
  }

  /** What AWS has begun to create by schedule may serve for a while; other than that it goes. */
  private Optional<Finding> outOfDate(NextFilter next) {
    Revision<String> revision = revision(next.name());
    boolean isThere = revision.live().isPresent();
    boolean isBusy = revision.live().filter(RemoteResource::isInTransition).isPresent();
    boolean mayServe = intent.wanted().isNextInManifest() || intent.state().isCreating();
    if (isBusy || isThere && mayServe) {
      return Optional.empty();
    }
    return Optional.of(
        act(
            "The filter %s is out of date before it served.".formatted(next.name()),
            new AssignRole(
                revision.plan(), Role.RETIRING, retiring(next.name(), revision.recorded()))));
  }

  /**
   * DeleteFirst: the serving one goes as soon as nothing else keeps the next from being created.
   */
  private Optional<Finding> makeRoom(NextFilter next) {
    boolean isCreated = revision(next.name()).live().isPresent();
    boolean isReady =
        intent.observed().parents().stream().allMatch(Parent::isReady)
            && intent.waitsFor().isEmpty();
    Serving serving = intent.state().serving().orElseThrow();
    return isCreated || !isReady
        ? Optional.empty()
        : Optional.of(
            act(
                "The filter %s is deleted before the next one is created."
                    .formatted(serving.name()),
                new AssignRole(
                    intent.observed().revision().plan(),
                    Role.RETIRING,
                    retiring(serving.name(), intent.state().recorded()))));
  }

  private Optional<Finding> withoutNext(FilterText text) {
    Optional<RemoteResource<String>> live = intent.observed().live();
    if (intent.state().serving().isEmpty() || live.isEmpty()) {
      return Optional.empty();
    }
    if (intent.servingText().isEmpty()) {
      return live.get().hasFailed()
          ? Optional.of(act("Reading the expression of the filter.", read(live.get())))
          : Optional.empty();
    }
    if (intent.servingText().get().equals(text.expression())) {
      return Optional.empty();
    }
    return waitingForRoom(intent).or(() -> Optional.of(announce(intent, nameOfNext(text))));
  }

  private static Action read(RemoteResource<?> live) {
    return new Action.ReadDetails(live.arn());
  }

  /** Only a name that the serving filter does not have; the content tells one from another. */
  private String nameOfNext(FilterText text) {
    String serving = intent.state().serving().orElseThrow().name();
    boolean isPlain = text.tick() == null;
    return isPlain || serving.equals(text.name())
        ? FilterName.beside(text.name(), text.expression())
        : text.name();
  }

  /** What the announcement of a filter waits for: that others retire, or that a retry is due. */
  static Optional<Finding> waitingForRoom(FilterIntent intent) {
    List<RetiringFilter> retiring = intent.state().retiring();
    if (!retiring.isEmpty()) {
      return Optional.of(
          waiting(
              intent,
              Verdict.progressing(
                  Reason.Updating,
                  "The next filter waits until %s, which was replaced, is deleted (rotation.gracePeriod)."
                      .formatted(retiring.getFirst().name()),
                  intent.isServing())));
    }
    String wanted = intent.wanted().text().orElseThrow().expression();
    return intent
        .state()
        .failed()
        .filter(failed -> intent.state().next().isEmpty())
        .filter(failed -> failed.expression().equals(wanted))
        .filter(failed -> intent.observed().now().isBefore(failed.retryAfter()))
        .map(failed -> waitingForRetry(intent, failed));
  }

  private static Finding waitingForRetry(FilterIntent intent, FailedFilter failed) {
    return waiting(intent, Retries.verdict(failed, intent.isServing()))
        .wakingBy(failed.retryAfter());
  }

  private static Finding waiting(FilterIntent intent, Verdict verdict) {
    return told(intent, Finding.rest(Concern.ROTATION, verdict));
  }

  /** The conditions do not speak of what happens by schedule while a filter serves. */
  private static Finding told(FilterIntent intent, Finding finding) {
    return isBySchedule(intent) ? finding.unreported() : finding;
  }

  private static boolean isBySchedule(FilterIntent intent) {
    return intent.isServing() && !intent.wanted().isChanged();
  }

  /** Names the next filter in the status. */
  static Finding announce(FilterIntent intent, String name) {
    FilterText text = intent.wanted().text().orElseThrow();
    NextFilter next =
        new NextFilter(name, text.expression(), text.tick(), null, null, null, null, null);
    Verdict verdict =
        Verdict.progressing(
            Reason.Updating, "The filter %s is being created.".formatted(name), intent.isServing());
    return told(
        intent,
        Finding.act(
            Concern.ROTATION,
            verdict,
            new AssignRole(
                FilterRevisions.plan(name, Role.NEXT, RevisionRecord.NONE), Role.NEXT, next)));
  }

  private Finding act(String message, Action action) {
    return told(
        intent,
        Finding.act(
            Concern.ROTATION,
            Verdict.progressing(Reason.Updating, message, intent.isServing()),
            action));
  }

  private RetiringFilter retiring(String name, RevisionRecord record) {
    return new RetiringFilter(
        name, record.arn(), record.created(), record.ownership(), nowInSeconds());
  }

  private Instant nowInSeconds() {
    return intent.observed().now().truncatedTo(ChronoUnit.SECONDS);
  }

  private Revision<String> revision(String name) {
    return intent.observed().revisions().stream()
        .filter(revision -> revision.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
