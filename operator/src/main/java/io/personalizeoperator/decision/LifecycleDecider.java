package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.status.Verdict.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The life cycle that all kinds share, as an ordered chain of small checks: each finds one fault
 * and says what it means, or lets the next one look. A pure function of what was observed.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public final class LifecycleDecider<R extends PersonalizeResource<?, ?>, D> {
  private final KindDecider<R, D> kind;
  private final CreationDecider<R, D> creation;
  private final OwnershipDecider<R, D> ownership;
  private final UpkeepDecider<R, D> upkeep;
  private final DeletionDecider<R, D> deletion;

  /**
   * The life cycle of one kind.
   *
   * @param kind what differs from kind to kind
   */
  public LifecycleDecider(KindDecider<R, D> kind) {
    this.kind = kind;
    this.creation = new CreationDecider<>(kind);
    this.ownership = new OwnershipDecider<>(kind);
    this.upkeep = new UpkeepDecider<>(kind);
    this.deletion = new DeletionDecider<>(kind, ownership);
  }

  /** Decides one pass. */
  public Decision decide(Observed<R, D> observed) {
    Step step =
        observed.resource().isMarkedForDeletion()
            ? deletion.decide(observed)
            : decideLife(observed);
    Step held = dated(observed, holdBack(observed, step));
    boolean nothingToSay =
        held.verdict().reason() == Reason.ReadingAccount && held.action().isEmpty();
    if (nothingToSay) {
      return new Decision(
          Optional.empty(), Optional.empty(), Instant.MAX, held.wakeAt(), List.of());
    }
    LifecycleStatus common = common(observed, held.verdict());
    CommonStatus status = kind.status(observed, common, kind.current(observed));
    List<Notice> notices = new ArrayList<>(notices(observed, held));
    notices.addAll(kind.news(observed, status));
    return new Decision(
        Optional.of(status),
        held.action(),
        neededBy(observed, held),
        wakeAt(observed, held),
        List.copyOf(notices));
  }

  /** The same decision while its call stands in line: what is not made yet says so. */
  public Decision whileQueued(Observed<R, D> observed, Decision decision) {
    if (kind.current(observed).isPresent() || observed.resource().isMarkedForDeletion()) {
      return decision;
    }
    Verdict verdict =
        Verdict.progressing(
            Reason.WaitingForRateLimit,
            "Many calls to AWS are due, and this one waits for its turn: see --requests-per-second.",
            false);
    return new Decision(
        Optional.of(kind.status(observed, common(observed, verdict), Optional.empty())),
        decision.action(),
        decision.neededBy(),
        decision.wakeAt(),
        decision.notices());
  }

  /** What is on its way out hurries no call. */
  private Instant neededBy(Observed<R, D> observed, Step step) {
    return step.action().isEmpty() || observed.resource().isMarkedForDeletion()
        ? Instant.MAX
        : kind.neededBy(observed);
  }

  /** The step's own time or the kind's, whichever comes first, and never a time that has passed. */
  private Optional<Instant> wakeAt(Observed<R, D> observed, Step step) {
    return Stream.concat(step.wakeAt().stream(), kind.nextChange(observed).stream())
        .filter(at -> at.isAfter(observed.now()))
        .min(Comparator.naturalOrder());
  }

  private Step decideLife(Observed<R, D> observed) {
    return suspended(observed)
        .or(() -> wrongAccount(observed))
        .or(() -> unread(observed))
        .orElseGet(
            () ->
                kind.current(observed).isEmpty()
                    ? waiting(observed, false)
                        .map(Step::rest)
                        .orElseGet(() -> creation.decide(observed))
                    : decidePresent(observed));
  }

  /**
   * What is there is kept in order though a parent is missing; that shows when all else is well.
   */
  private Step decidePresent(Observed<R, D> observed) {
    Step step = ownership.decide(observed).orElseGet(() -> upkeep.decide(observed));
    return step.verdict().state() == State.SETTLED
        ? waiting(observed, true).map(step::with).orElse(step)
        : step;
  }

  private Optional<Verdict> waiting(Observed<R, D> observed, boolean serving) {
    return parentMissing(observed, serving)
        .or(() -> serving ? Optional.empty() : kind.waitsFor(observed));
  }

  private Optional<Step> suspended(Observed<R, D> observed) {
    return observed.resource().getSpec().suspended()
        ? Optional.of(
            Step.rest(
                Verdict.suspended(
                    "Nothing is changed in Amazon Personalize while spec.suspend is true.",
                    isServing(observed))))
        : Optional.empty();
  }

  /** Safety rule 3: an ARN of another account or region than the client's. */
  public static <R extends PersonalizeResource<?, ?>, D> Optional<Step> wrongAccount(
      Observed<R, D> observed) {
    if (observed.before().arn() == null) {
      return Optional.empty();
    }
    Arn arn = Arn.parse(observed.before().arn());
    boolean account = observed.account().map(arn.account()::equals).orElse(true);
    boolean region = observed.region().map(arn.region()::equals).orElse(true);
    return account && region
        ? Optional.empty()
        : Optional.of(
            Step.rest(
                Verdict.stalled(
                    Reason.WrongAccount,
                    "status.arn is in account %s, region %s, but the operator's credentials are for account %s, region %s. Nothing is made, changed or deleted; correct the credentials or the region."
                        .formatted(
                            arn.account(),
                            arn.region(),
                            observed.account().orElse("?"),
                            observed.region().orElse("?")),
                    false)));
  }

  private Optional<Step> unread(Observed<R, D> observed) {
    boolean identityKnown = kind.group(observed.resource(), observed.parents()).isPresent();
    if (!identityKnown || observed.snapshot().synced()) {
      return Optional.empty();
    }
    return Optional.of(readingAccount(observed));
  }

  /** Safety rule 5: what goes on in AWS is told with its date when AWS does not let it be seen. */
  private Step dated(Observed<R, D> observed, Step step) {
    Verdict verdict = step.verdict();
    return verdict.state() == State.PROGRESSING && observed.snapshot().isStale(observed.now())
        ? step.with(
            Verdict.progressing(
                verdict.reason(),
                "%s Lists have failed since %s (%s), so that this may be out of date."
                    .formatted(
                        verdict.message(),
                        observed.snapshot().asOf().truncatedTo(ChronoUnit.SECONDS),
                        observed.snapshot().failure().orElseThrow().code()),
                verdict.serving()))
        : step;
  }

  /** Nothing is known yet: says so only if reading fails. */
  public static <R extends PersonalizeResource<?, ?>, D> Step readingAccount(
      Observed<R, D> observed) {
    boolean wasReady = Conditions.isTrue(observed.before().conditions(), Conditions.READY);
    return Step.rest(
        observed
            .snapshot()
            .failure()
            .map(failure -> FailureVerdict.of(failure, wasReady))
            .orElse(
                Verdict.progressing(
                    Reason.ReadingAccount, "The operator is reading the account.", wasReady)));
  }

  private Optional<Verdict> parentMissing(Observed<R, D> observed, boolean serving) {
    return observed.parents().stream()
        .filter(parent -> !parent.isReady())
        .findFirst()
        .map(
            parent ->
                Verdict.progressing(
                    Reason.valueOf("WaitingFor" + parent.kindName()),
                    parent.whatIsMissing(),
                    serving));
  }

  private boolean isServing(Observed<R, D> observed) {
    return observed.before().arn() != null
        && wrongAccount(observed).isEmpty()
        && (observed.snapshot().synced()
            ? kind.current(observed).map(RemoteResource::isActive).orElse(false)
            : Conditions.isTrue(observed.before().conditions(), Conditions.READY));
  }

  /** An action that has just failed is not made again before its time. */
  private Step holdBack(Observed<R, D> observed, Step step) {
    return observed
        .attempt()
        .filter(
            attempt ->
                step.action()
                    .filter(a -> attempt.holds(a.key(), observed.generation(), observed.now()))
                    .isPresent())
        .map(
            attempt ->
                Step.restUntil(
                    FailureVerdict.of(attempt.failure(), step.verdict().serving()),
                    attempt.retryAt()))
        .orElse(step);
  }

  private LifecycleStatus common(Observed<R, D> observed, Verdict verdict) {
    LifecycleStatus before = observed.before();
    Optional<RemoteResource<D>> live = kind.current(observed);
    boolean elsewhere = wrongAccount(observed).isPresent();
    Optional<Ownership> owned =
        elsewhere ? Optional.empty() : live.flatMap(l -> ownership.of(observed, l));
    Optional<RemoteResource<D>> ours = live.filter(l -> owned.isPresent());
    boolean known = observed.snapshot().synced();
    boolean settled = verdict.state() == State.SETTLED && ours.isPresent();
    return new LifecycleStatus(
        observed.generation(),
        ours.map(RemoteResource::arn).orElse(before.arn()),
        known ? ours.map(RemoteResource::status).orElse(null) : before.awsStatus(),
        settled ? ours.get().summary().lastUpdated() : before.awsLastUpdated(),
        owned.orElse(before.ownership()),
        ours.filter(l -> !l.hasFailed() && !l.isBeingDeleted()).isPresent()
            ? Recreation.wanted(observed.resource())
            : before.recreated(),
        before.published(),
        ours.isPresent() ? tagKeys(observed, ours.get()) : before.tagKeys(),
        settled ? Long.valueOf(observed.generation()) : before.appliedGeneration(),
        Conditions.after(before.conditions(), verdict, observed.generation(), observed.now()));
  }

  /** The keys that are known to be set; what is not known to be is still to be looked at. */
  private List<String> tagKeys(Observed<R, D> observed, RemoteResource<D> live) {
    if (live.tags() == null || UpkeepDecider.tagsDiffer(observed, live)) {
      return observed.before().tagKeys();
    }
    var tags = observed.resource().getSpec().tags();
    return tags == null || tags.isEmpty() ? null : tags.keySet().stream().sorted().toList();
  }

  /** A resource that stalls, or that is ready again, is news. */
  private static <R extends PersonalizeResource<?, ?>, D> List<Notice> notices(
      Observed<R, D> observed, Step step) {
    List<Notice> all = new ArrayList<>(step.notices());
    Verdict verdict = step.verdict();
    var stalled = Conditions.find(observed.before().conditions(), Conditions.STALLED);
    boolean wasStalled = Conditions.isTrue(observed.before().conditions(), Conditions.STALLED);
    boolean sameStall =
        wasStalled && stalled.orElseThrow().reason().equals(verdict.reason().name());
    if (verdict.state() == State.STALLED && !sameStall) {
      // What the kind tells of the same says less than the verdict, which has what to do.
      all.removeIf(notice -> notice.reason().equals(verdict.reason().name()));
      all.add(Notice.warning(verdict.reason().name(), verdict.message()));
    }
    return List.copyOf(all);
  }
}
