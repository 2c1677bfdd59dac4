package io.personalizeoperator.simulator.world;

import java.util.Map;

/**
 * What a kind of resource does of its own at the turns of its life; the turns themselves are the
 * same for all.
 */
public interface Lifecycle {
  /**
   * The end of a creation that was not told to fail.
   *
   * @return null when all is well, else the failureReason
   */
  default String creationProblem(World world, Resource resource) {
    return null;
  }

  /** The resource with what it gains when it is made. */
  default Resource made(World world, Resource resource) {
    return resource;
  }

  /** The resource with the update applied to it. */
  default Resource updated(World world, Resource resource, Map<String, Object> update) {
    return resource;
  }

  /** Called after a creation or an update has ended well. */
  default void settled(World world, Resource resource) {}

  /** Called after the resource is gone. */
  default void removed(World world, Resource resource) {}

  /** A moment that the kind scheduled itself. */
  default void due(World world, Resource resource, ScheduledStep.Step step) {}
}
