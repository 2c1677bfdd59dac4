package io.personalizeoperator.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One resource as it is at one moment. Values are immutable; a change makes a new one.
 *
 * @param sequence the order of creation, which is the order of lists
 * @param parent the ARN by which its List operation filters: of the dataset group, dataset,
 *     solution or solution version; null for the kinds without one
 * @param status null for schemas
 * @param failureReason null unless the status says that it failed
 * @param members the other members of its Describe output by name, and what the simulator keeps for
 *     itself under names that begin with {@code "simulator."}
 * @param dues what is scheduled to happen to it
 */
public record Resource(
    Kind kind,
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
    List<Due> dues) {
  /** Marks a creation or an update that will fail, with the reason. */
  public static final String FAILURE = "simulator.failure";

  /** The member of that name as an answer shows it, or null. */
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

  /** A text member that is none of the common ones, or null. */
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

  /** Whether its status is that. */
  public boolean is(String wanted) {
    return wanted.equals(status);
  }

  /** Whether an update of it is pending or in progress. */
  public boolean updating() {
    return Status.busy((String) object(kind.updateMember()).get("status"));
  }

  /** The same with another status since that moment, and a reason when it failed. */
  public Resource at(String newStatus, String reason, Instant now) {
    return new Resource(
        kind, arn, name, sequence, parent, newStatus, created, now, reason, members, tags, dues);
  }

  /** The same with one member more or changed; null takes it away. */
  public Resource with(String member, Object value) {
    Map<String, Object> changed = new HashMap<>(members);
    if (value == null) {
      changed.remove(member);
    } else {
      changed.put(member, value);
    }
    return new Resource(
        kind,
        arn,
        name,
        sequence,
        parent,
        status,
        created,
        updated,
        failureReason,
        Map.copyOf(changed),
        tags,
        dues);
  }

  /** The same with a new time of the last update. */
  public Resource touched(Instant now) {
    return new Resource(
        kind,
        arn,
        name,
        sequence,
        parent,
        status,
        created,
        now,
        failureReason,
        members,
        tags,
        dues);
  }

  /** The same under another parent. */
  public Resource under(String newParent) {
    return new Resource(
        kind,
        arn,
        name,
        sequence,
        newParent,
        status,
        created,
        updated,
        failureReason,
        members,
        tags,
        dues);
  }

  /** The same with these tags. */
  public Resource tagged(Map<String, String> newTags) {
    return new Resource(
        kind,
        arn,
        name,
        sequence,
        parent,
        status,
        created,
        updated,
        failureReason,
        members,
        Map.copyOf(newTags),
        dues);
  }

  /** The same with these things scheduled. */
  Resource dues(List<Due> newDues) {
    return new Resource(
        kind,
        arn,
        name,
        sequence,
        parent,
        status,
        created,
        updated,
        failureReason,
        members,
        tags,
        List.copyOf(newDues));
  }

  Resource without(Due done) {
    List<Due> rest = new ArrayList<>(dues);
    rest.remove(done);
    return dues(rest);
  }
}
