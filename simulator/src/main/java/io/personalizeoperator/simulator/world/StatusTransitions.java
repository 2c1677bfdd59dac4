package io.personalizeoperator.simulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The transitions of a resource's status and of its updates: pending, in progress, ended. PENDING
 * lasts a tenth of the duration, IN_PROGRESS the rest; with a duration of zero both end at once.
 */
public final class StatusTransitions {
  private static final int PENDING_PART = 10;

  private StatusTransitions() {}

  /** Starts the creation of a resource that a call has made. */
  public static void create(World world, Resource resource, Duration duration) {
    Resource first = resource.at(Status.initial(resource.kind()), null, world.now());
    world.put(first);
    start(world, first, duration, ScheduledStep.Step.BEGIN, ScheduledStep.Step.FINISH);
  }

  /** Starts a change of status that a call requests, such as to {@code DELETE PENDING}. */
  public static void change(World world, Resource resource, String pending, Duration duration) {
    Resource first = resource.at(pending, null, world.now());
    world.put(first);
    start(world, first, duration, ScheduledStep.Step.BEGIN, ScheduledStep.Step.FINISH);
  }

  /**
   * Moves a resource directly to a status in progress that ends by itself, such as {@code CREATE
   * STOPPING}.
   */
  public static void hasten(World world, Resource resource, String inProgress, Duration duration) {
    Resource first = resource.at(inProgress, null, world.now()).scheduled(List.of());
    world.put(first);
    if (duration.isZero()) {
      take(world, first, ScheduledStep.Step.FINISH);
    } else {
      world.move(first.scheduled(List.of(world.in(duration, ScheduledStep.Step.FINISH))));
    }
  }

  /**
   * Starts an update.
   *
   * @param update the members of the {@code latest…Update} structure that the call gives
   * @param byCall whether a call requests it, rather than AWS itself
   */
  public static void update(
      World world,
      Resource resource,
      Map<String, Object> update,
      Duration duration,
      boolean byCall) {
    Map<String, Object> first = new HashMap<>(update);
    first.put("status", Status.CREATE_PENDING);
    first.put("creationDateTime", world.now());
    first.put("lastUpdatedDateTime", world.now());
    Resource updating =
        resource.with(resource.kind().updateMember(), Map.copyOf(first)).touched(world.now());
    if (byCall) {
      world.put(updating);
    } else {
      world.move(updating);
    }
    start(
        world,
        updating,
        duration,
        ScheduledStep.Step.UPDATE_BEGIN,
        ScheduledStep.Step.UPDATE_FINISH);
  }

  private static void start(
      World world,
      Resource resource,
      Duration duration,
      ScheduledStep.Step begin,
      ScheduledStep.Step finish) {
    if (duration.isZero()) {
      take(world, resource, begin);
      take(world, world.find(resource.arn()), finish);
      return;
    }
    List<ScheduledStep> scheduled = new ArrayList<>(resource.scheduled());
    scheduled.add(world.in(duration.dividedBy(PENDING_PART), begin));
    scheduled.add(world.in(duration, finish));
    world.move(resource.scheduled(scheduled));
  }

  /** Applies a step that is due. */
  static void take(World world, Resource resource, ScheduledStep.Step step) {
    switch (step) {
      case BEGIN ->
          world.move(
              resource.at(Status.begun(resource.kind(), resource.status()), null, world.now()));
      case FINISH -> finish(world, resource);
      case UPDATE_BEGIN -> world.move(progressed(world, resource, Status.CREATE_IN_PROGRESS, null));
      case UPDATE_FINISH -> finishUpdate(world, resource);
      case AUTOMATIC_TRAINING -> {
        world.move(resource);
        world.lifecycle(resource.kind()).due(world, resource, step);
      }
    }
  }

  private static void finish(World world, Resource resource) {
    switch (resource.status()) {
      case Status.DELETE_IN_PROGRESS -> world.remove(resource);
      case Status.CREATE_STOPPING ->
          world.move(resource.at(Status.CREATE_STOPPED, null, world.now()));
      case Status.STOP_IN_PROGRESS -> world.move(resource.at(Status.INACTIVE, null, world.now()));
      case Status.START_IN_PROGRESS -> world.move(resource.at(Status.ACTIVE, null, world.now()));
      default -> finishCreation(world, resource);
    }
  }

  private static void finishCreation(World world, Resource resource) {
    Lifecycle lifecycle = world.lifecycle(resource.kind());
    String problem = resource.text(Resource.FAILURE);
    if (problem == null) {
      problem = lifecycle.creationProblem(world, resource);
    }
    Resource ended = resource.with(Resource.FAILURE, null);
    if (problem != null) {
      world.move(ended.at(Status.failed(resource.kind()), problem, world.now()));
      return;
    }
    Resource made =
        lifecycle.made(world, ended.at(Status.made(resource.kind()), null, world.now()));
    world.move(made);
    lifecycle.settled(world, made);
  }

  private static void finishUpdate(World world, Resource resource) {
    Lifecycle lifecycle = world.lifecycle(resource.kind());
    Map<String, Object> update = resource.object(resource.kind().updateMember());
    String problem = (String) update.get(Resource.FAILURE);
    if (problem != null) {
      world.move(progressed(world, resource, Status.CREATE_FAILED, problem));
      lifecycle.settled(world, world.find(resource.arn()));
      return;
    }
    Resource updated =
        lifecycle.updated(world, progressed(world, resource, Status.ACTIVE, null), update);
    world.move(updated);
    lifecycle.settled(world, updated);
  }

  private static Resource progressed(
      World world, Resource resource, String status, String failureReason) {
    String member = resource.kind().updateMember();
    Map<String, Object> update = new HashMap<>(resource.object(member));
    update.put("status", status);
    update.put("lastUpdatedDateTime", world.now());
    if (failureReason != null) {
      update.put("failureReason", failureReason);
    }
    return resource.with(member, Map.copyOf(update)).touched(world.now());
  }
}
