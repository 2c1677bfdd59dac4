package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.decision.OwnerTags.Owner;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who owns a revision, and whether the operator may adopt it. While the owner is unknown or
 * another, nothing changes or deletes it.
 */
final class OwnershipConcern {
  private OwnershipConcern() {}

  /** How the operator came to it, if it is ours. */
  static <D> Optional<Ownership> of(Subject<D> subject) {
    return subject.revision().live().flatMap(live -> of(subject, live));
  }

  private static <D> Optional<Ownership> of(Subject<D> subject, RemoteResource<D> live) {
    boolean recorded = subject.recorded().isOf(live);
    boolean taggable = subject.traits().isTaggable();
    if (live.tags() != null && taggable) {
      Owner owner = subject.observed().owner().ownerOf(live.tags());
      boolean ours = owner == Owner.OURS || (recorded && owner == Owner.NOBODY);
      return ours ? Optional.of(recordedOwnership(subject)) : Optional.empty();
    }
    if (recorded) {
      return Optional.of(recordedOwnership(subject));
    }
    if (taggable) {
      return Optional.empty();
    }
    return Objects.equals(subject.observed().resource().getMetadata().getUid(), live.madeBy())
        ? Optional.of(Ownership.Created)
        : subject.isAsWanted() ? Optional.of(Ownership.Shared) : Optional.empty();
  }

  private static Ownership recordedOwnership(Subject<?> subject) {
    if (subject.observed().outcomes().stream().anyMatch(o -> adopted(o, subject))) {
      return Ownership.Adopted;
    }
    Ownership before = subject.recorded().ownership();
    return before == null ? Ownership.Created : before;
  }

  /** Whether this pass has adopted the revision. */
  private static boolean adopted(Outcome outcome, Subject<?> subject) {
    return outcome.isDone()
        && outcome.action() instanceof Action.Adopt adopt
        && adopt.tag().arn().equals(subject.live().arn());
  }

  /** What to do about a resource that is not ours, or not known to be. */
  static <D> Finding look(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    if (live.isBeingDeleted()) {
      return Finding.rest(
          Concern.OWNERSHIP,
          Verdict.progressing(
              Reason.Deleting,
              live.arn() + " is being deleted in AWS; the name is free after that.",
              false));
    }
    if (!subject.traits().isTaggable()) {
      return live.details() == null ? readDetails(subject) : differentContent(subject);
    }
    return live.tags() == null
        ? act(subject, new Action.ReadTags(live.arn(), Priority.FOREGROUND))
        : adopt(subject);
  }

  private static Finding act(Subject<?> subject, Action action) {
    return Finding.act(
            Concern.OWNERSHIP,
            Verdict.progressing(
                Reason.Creating,
                "A %s with this name exists. Reading the tags to confirm ownership."
                    .formatted(subject.traits().noun()),
                false),
            action)
        .dueBy(subject.intent().neededBy());
  }

  private static <D> Finding adopt(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    Map<String, String> tags = Objects.requireNonNull(live.tags());
    Owner owner = subject.observed().owner().ownerOf(tags);
    AdoptionPolicy policy = subject.spec().adoptionPolicy();
    boolean allowed =
        policy == AdoptionPolicy.Always
            || (policy == AdoptionPolicy.Unowned && owner == Owner.NOBODY);
    if (!allowed) {
      return Finding.rest(Concern.OWNERSHIP, nameTaken(live.arn(), tags, owner));
    }
    if (subject.traits().has(Trait.NEEDS_DETAILS) && live.details() == null) {
      return readDetails(subject);
    }
    if (!subject.differences().isEmpty()) {
      return Finding.rest(Concern.OWNERSHIP, refused(subject));
    }
    return act(
        subject,
        new Action.Adopt(
            new Action.Tag(
                live.arn(),
                tags,
                subject.wantedTags(),
                Notice.normal("Adopted", live.arn() + " was adopted."))));
  }

  private static Verdict refused(Subject<?> subject) {
    return Verdict.stalled(
        Reason.AdoptionRefused,
        "The existing %s differs in settings that AWS cannot change: %s. Fix the manifest, or choose another spec.name."
            .formatted(subject.traits().noun(), String.join("; ", subject.differences())),
        false);
  }

  private static Verdict nameTaken(String arn, Map<String, String> tags, Owner owner) {
    String whose =
        owner == Owner.ANOTHER
            ? "belongs to "
                + OwnerTags.describe(tags)
                + ". Choose another spec.name, or set adoptionPolicy: Always to adopt it."
            : "was not created by this operator. Choose another spec.name, or set adoptionPolicy:"
                + " Unowned to adopt it.";
    return Verdict.stalled(Reason.NameTaken, arn + " exists and " + whose, false);
  }

  private static Finding differentContent(Subject<?> subject) {
    return Finding.rest(
        Concern.OWNERSHIP,
        Verdict.stalled(
            Reason.NameTaken,
            "A %s with the name %s exists and has other content: %s. Fix the manifest, or choose another spec.name."
                .formatted(
                    subject.traits().noun(),
                    subject.revision().name(),
                    String.join("; ", subject.differences())),
            false));
  }

  private static Finding readDetails(Subject<?> subject) {
    return act(subject, new Action.ReadDetails(subject.live().arn()));
  }
}
