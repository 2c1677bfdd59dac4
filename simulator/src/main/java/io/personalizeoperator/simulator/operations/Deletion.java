package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.StatusTransitions;
import java.util.Map;

/**
 * The checks that all Delete operations share: the resource is not pending or in progress, and
 * nothing depends on it.
 */
public final class Deletion {
  private Deletion() {}

  /**
   * The resource to delete.
   *
   * @throws ServiceException ResourceNotFoundException; ResourceInUseException while it is pending
   *     or in progress
   */
  public static Resource target(Call call, ResourceKind kind) {
    Resource resource = call.target(kind);
    if (Status.busy(resource.status())) {
      throw ServiceException.inUse(
          "The %s %s cannot be deleted while its status is %s.",
          kind.words(), resource.arn(), resource.status());
    }
    if (resource.updating()) {
      throw ServiceException.inUse(
          "The %s %s cannot be deleted while an update of it is in progress.",
          kind.words(), resource.arn());
    }
    return resource;
  }

  /** Refuses the call while the resource has children of that kind. */
  public static void without(Call call, Resource resource, ResourceKind child) {
    if (call.world().count(child, resource.arn()) > 0) {
      throw ServiceException.inUse(
          "The %s %s cannot be deleted: it still has a %s.",
          resource.kind().words(), resource.arn(), child.words());
    }
  }

  /** Refuses the call while a resource of that kind and parent is pending or in progress. */
  public static void noneAtWork(Call call, Resource resource, ResourceKind child, String parent) {
    if (call.world().busy(child) > 0
        && call.world().children(child, parent).stream()
            .anyMatch(one -> Status.busy(one.status()))) {
      throw ServiceException.inUse(
          "The %s %s cannot be deleted while a %s is pending or in progress.",
          resource.kind().words(), resource.arn(), child.words());
    }
  }

  /** Starts the deletion; the operations have no output. */
  public static Map<String, Object> begin(Call call, Resource resource) {
    StatusTransitions.change(
        call.world(), resource, Status.DELETE_PENDING, call.settings().duration(Durations.DELETE));
    return Map.of();
  }
}
