package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.StatusTransitions;
import java.util.List;
import java.util.Map;

/**
 * The steps that all Create operations share: check the name, the tags and the quota, then start
 * the life of the resource.
 *
 * <p>The name is checked before the quota, so that a caller who lost a reply learns that the
 * resource exists.
 */
public final class Creation {
  private final Call call;
  private final ResourceKind kind;
  private final String arn;
  private final Map<String, String> tags;

  private Creation(Call call, ResourceKind kind, String arn, Map<String, String> tags) {
    this.call = call;
    this.kind = kind;
    this.arn = arn;
    this.tags = tags;
  }

  /**
   * Starts with the name, which is the last part of the ARN unless the kind has its own ids.
   *
   * @throws ServiceException ResourceAlreadyExistsException, TooManyTagsException,
   *     InvalidInputException (tags)
   */
  public static Creation named(Call call, ResourceKind kind, String id) {
    Map<String, String> tags = Tags.ofCreation(call);
    String arn = call.world().key().arn(kind.arnType(), id);
    if (call.world().find(arn) != null) {
      throw ServiceException.alreadyExists(arn);
    }
    return new Creation(call, kind, arn, tags);
  }

  public String arn() {
    return arn;
  }

  /** Refuses the call when that many exist already. */
  public Creation within(Quota quota, int existing) {
    int limit = call.settings().quota(quota);
    if (existing >= limit) {
      throw ServiceException.limitExceeded(
          "The limit of %d (%s) is reached: %d exist.", limit, quota.key(), existing);
    }
    return this;
  }

  /**
   * Refuses the call when too many are pending or in progress. The message is that of the developer
   * guide.
   */
  public Creation withinProgress(Quota quota) {
    int limit = call.settings().quota(quota);
    if (call.world().busy(kind) >= limit) {
      throw ServiceException.limitExceeded(
          "More than %d resources with PENDING or IN_PROGRESS status.", limit);
    }
    return this;
  }

  /**
   * Creates the resource.
   *
   * @return the answer: its ARN in the kind's own member
   */
  public Map<String, Object> begin(
      String name, String parent, Durations work, Map<String, Object> members) {
    Resource fresh = fresh(name, parent, members);
    String failure = call.failure();
    Resource doomed = failure == null ? fresh : fresh.with(Resource.FAILURE, failure);
    StatusTransitions.create(call.world(), doomed, call.settings().duration(work));
    return Map.of(kind.arnMember(), arn);
  }

  /** Creates a resource without states. */
  public Map<String, Object> complete(String name, Map<String, Object> members) {
    call.world().put(fresh(name, null, members));
    return Map.of(kind.arnMember(), arn);
  }

  private Resource fresh(String name, String parent, Map<String, Object> members) {
    long sequence = call.world().nextSequence();
    return new Resource(
        kind,
        arn,
        name,
        sequence,
        parent,
        null,
        call.now(),
        call.now(),
        null,
        members,
        tags,
        List.of());
  }

  /** Refuses the call unless the resource that it builds on is ACTIVE. */
  public static Resource active(Resource resource) {
    if (!resource.is(Status.ACTIVE)) {
      throw ServiceException.inUse(
          "The %s %s is not ACTIVE: its status is %s.",
          resource.kind().words(), resource.arn(), resource.status());
    }
    return resource;
  }
}
