package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import java.util.Optional;

/**
 * A revision as observed.
 *
 * @param plan what it should be
 * @param snapshot what the account view has of its group
 * @param live the resource in AWS, if there is one
 * @param <D> the details that AWS gives of it
 */
public record Revision<D>(
    RevisionPlan plan, Snapshot<D> snapshot, Optional<RemoteResource<D>> live) {

  /** Its name in AWS. */
  public String name() {
    return plan.name();
  }

  /** The resource in AWS; for what is only asked of one that is there. */
  public RemoteResource<D> present() {
    return live.orElseThrow();
  }

  /** What it is to the custom resource. */
  public Role role() {
    return plan.role();
  }

  /** What the status has recorded of it. */
  public RevisionRecord recorded() {
    return plan.recorded();
  }
}
