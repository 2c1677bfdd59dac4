package io.personalizeoperator.simulator.world;

import java.util.Map;

/**
 * What one kind of resource does at the steps of its life; the steps are the same for all kinds.
 */
public interface Lifecycle {
  /**
   * Checks at the end of a creation whether it succeeds. It is not called for a creation that a
   * fault lets fail.
   *
   * @return null when it succeeds, else the failureReason
   */
  default String creationProblem(World world, Resource resource) {
    return null;
  }

  /** Returns the created resource with the members that it gets at the end of its creation. */
  default Resource made(World world, Resource resource) {
    return resource;
  }

  /** Returns the resource with the update applied. */
  default Resource updated(World world, Resource resource, Map<String, Object> update) {
    return resource;
  }

  /** Called after a creation has succeeded or an update has ended. */
  default void settled(World world, Resource resource) {}

  /** Called after the resource is removed. */
  default void removed(World world, Resource resource) {}

  /** Called at a step that the kind has scheduled itself. */
  default void due(World world, Resource resource, ScheduledStep.Step step) {}
}
