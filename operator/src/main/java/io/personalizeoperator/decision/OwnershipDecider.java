package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.OwnerTags.Owner;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whose a resource in AWS is, and whether it may be taken over. */
final class OwnershipDecider<R extends PersonalizeResource<?, ?>, D> {
  private final KindDecider<R, D> kind;

  OwnershipDecider(KindDecider<R, D> kind) {
    this.kind = kind;
  }

  /** How the operator came to it, if it is ours. */
  Optional<Ownership> of(Observed<R, D> observed, RemoteResource<D> live) {
    boolean reported = live.arn().equals(observed.before().arn());
    if (live.tags() != null && kind.isTaggable()) {
      Owner owner = observed.owner().ownerOf(live.tags());
      boolean ours = owner == Owner.OURS || (reported && owner == Owner.NOBODY);
      return ours ? Optional.of(recorded(observed)) : Optional.empty();
    }
    if (reported) {
      return Optional.of(recorded(observed));
    }
    if (kind.isTaggable()) {
      return Optional.empty();
    }
    return Objects.equals(observed.resource().getMetadata().getUid(), live.madeBy())
        ? Optional.of(Ownership.Created)
        : live.details() != null && isAsWanted(observed, live)
            ? Optional.of(Ownership.Shared)
            : Optional.empty();
  }

  private Ownership recorded(Observed<R, D> observed) {
    Ownership before = observed.before().ownership();
    return before == null ? Ownership.Created : before;
  }

  boolean isAsWanted(Observed<R, D> observed, RemoteResource<D> live) {
    return kind.immutableDifferences(observed, live.details()).isEmpty();
  }

  /** Lets the next check look when the resource is ours. */
  Optional<Step> decide(Observed<R, D> observed) {
    RemoteResource<D> live = kind.current(observed).orElseThrow();
    if (of(observed, live).isPresent()) {
      return Optional.empty();
    }
    if (live.isBeingDeleted()) {
      return Optional.of(
          Step.rest(
              Verdict.progressing(
                  Reason.Deleting,
                  live.arn() + " is being deleted in AWS; the name is free after that.",
                  false)));
    }
    if (!kind.isTaggable()) {
      return Optional.of(live.details() == null ? readDetails(live) : differentContent(observed));
    }
    if (live.tags() == null) {
      return Optional.of(Step.act(looking(), new Action.ReadTags(live.arn(), Priority.FOREGROUND)));
    }
    return Optional.of(adopt(observed, live));
  }

  private Step adopt(Observed<R, D> observed, RemoteResource<D> live) {
    Owner owner = observed.owner().ownerOf(live.tags());
    AdoptionPolicy policy = observed.resource().getSpec().adoptionPolicy();
    boolean allowed =
        policy == AdoptionPolicy.Always
            || (policy == AdoptionPolicy.Unowned && owner == Owner.NOBODY);
    if (!allowed) {
      return Step.rest(nameTaken(live, owner));
    }
    if (kind.needsDetails() && live.details() == null) {
      return readDetails(live);
    }
    List<String> differences =
        live.details() == null ? List.of() : kind.immutableDifferences(observed, live.details());
    if (!differences.isEmpty()) {
      return Step.rest(
          Verdict.stalled(
              Reason.AdoptionRefused,
              "The existing "
                  + kind.noun()
                  + " differs in what cannot be changed: "
                  + String.join("; ", differences)
                  + ". Correct the manifest, or choose another spec.name.",
              false));
    }
    Map<String, String> tags = observed.owner().with(observed.resource().getSpec().tags());
    return Step.act(
        looking(),
        new Action.Adopt(
            new Action.Tag(
                live.arn(),
                live.tags(),
                tags,
                Notice.normal("Adopted", live.arn() + " was adopted."))));
  }

  private Verdict nameTaken(RemoteResource<D> live, Owner owner) {
    String whose =
        owner == Owner.ANOTHER
            ? "belongs to "
                + OwnerTags.describe(live.tags())
                + ". Choose another spec.name, or set adoptionPolicy: Always to take it over."
            : "was not made by this operator. Choose another spec.name, or set adoptionPolicy:"
                + " Unowned to take it over.";
    return Verdict.stalled(Reason.NameTaken, live.arn() + " exists and " + whose, false);
  }

  private Step differentContent(Observed<R, D> observed) {
    return Step.rest(
        Verdict.stalled(
            Reason.NameTaken,
            "A "
                + kind.noun()
                + " of the name "
                + observed.resource().awsName()
                + " exists with other content. Choose another spec.name.",
            false));
  }

  private Step readDetails(RemoteResource<D> live) {
    return Step.act(looking(), new Action.ReadDetails(live.arn()));
  }

  private Verdict looking() {
    return Verdict.progressing(
        Reason.Creating,
        "A " + kind.noun() + " of this name exists; whose it is is being read.",
        false);
  }
}
