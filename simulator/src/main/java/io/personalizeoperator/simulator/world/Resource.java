package io.personalizeoperator.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One resource at one point in time. It is immutable; a change makes a new value.
 *
 * @param sequence the position in the order of creation
 * @param parent the ARN by which its List operation filters: of the dataset group, dataset,
 *     solution or solution version; null for kinds without a parent
 * @param status null for schemas
 * @param failureReason null unless the status is a failed one
 * @param members the other members of its Describe output by name, and internal values of the
 *     simulator under names that begin with {@code "simulator."}
 * @param scheduled the scheduled steps of its life
 */
public record Resource(
    ResourceKind kind,
    String arn,
    String name,
    long sequence,
    String parent,
    String status,
    Instant created,
    Instant updated,
    String failureReason,
    Map<String, Object> members,
    Map<String, String> tags,
    List<ScheduledStep> scheduled) {
  /** The internal member with the failureReason of a creation or update that will fail. */
  public static final String FAILURE = "simulator.failure";

  /** The member of that name as answers show it, or null. */
  public Object member(String member) {
    if (member.equals(kind.arnMember())) {
      return arn;
    }
    if (member.equals(kind.nameMember())) {
      return name;
    }
    return switch (member) {
      case "status" -> status;
      case "creationDateTime" -> created;
      case "lastUpdatedDateTime" -> updated;
      case "failureReason" -> failureReason;
      default -> members.get(member);
    };
  }

  /** A text member other than the common ones, or null. */
  public String text(String member) {
    return (String) members.get(member);
  }

  /** A boolean member; absent counts as false. */
  public boolean flag(String member) {
    return Boolean.TRUE.equals(members.get(member));
  }

  /** A member that is an object; absent counts as empty. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> object(String member) {
    return (Map<String, Object>) members.getOrDefault(member, Map.of());
  }

  /** Whether it has that status. */
  public boolean is(String wanted) {
    return wanted.equals(status);
  }

  /** Whether an update of it is pending or in progress. */
  public boolean updating() {
    return Status.busy((String) object(kind.updateMember()).get("status"));
  }

  /** This resource with another status since that time, and a reason when it failed. */
  public Resource at(String newStatus, String reason, Instant now) {
    return changed(
        draft -> {
          draft.status = newStatus;
          draft.updated = now;
          draft.failureReason = reason;
        });
  }

  /** This resource with a member added or changed; null removes the member. */
  public Resource with(String member, Object value) {
    Map<String, Object> next = new HashMap<>(members);
    if (value == null) {
      next.remove(member);
    } else {
      next.put(member, value);
    }
    return changed(draft -> draft.members = Map.copyOf(next));
  }

  /** This resource with a new lastUpdatedDateTime. */
  public Resource touched(Instant now) {
    return changed(draft -> draft.updated = now);
  }

  /** This resource under another parent. */
  public Resource under(String newParent) {
    return changed(draft -> draft.parent = newParent);
  }

  /** This resource with these tags. */
  public Resource tagged(Map<String, String> newTags) {
    return changed(draft -> draft.tags = Map.copyOf(newTags));
  }

  /** This resource with these scheduled steps. */
  Resource scheduled(List<ScheduledStep> newSteps) {
    return changed(draft -> draft.scheduled = List.copyOf(newSteps));
  }

  Resource without(ScheduledStep done) {
    List<ScheduledStep> rest = new ArrayList<>(scheduled);
    rest.remove(done);
    return scheduled(rest);
  }

  private Resource changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.resource();
  }

  /** The parts of a resource that can change, during a change. */
  private static final class Draft {
    private final Resource before;
    private String parent;
    private String status;
    private Instant updated;
    private String failureReason;
    private Map<String, Object> members;
    private Map<String, String> tags;
    private List<ScheduledStep> scheduled;

    Draft(Resource before) {
      this.before = before;
      parent = before.parent;
      status = before.status;
      updated = before.updated;
      failureReason = before.failureReason;
      members = before.members;
      tags = before.tags;
      scheduled = before.scheduled;
    }

    Resource resource() {
      return new Resource(
          before.kind,
          before.arn,
          before.name,
          before.sequence,
          parent,
          status,
          before.created,
          updated,
          failureReason,
          members,
          tags,
          scheduled);
    }
  }
}
