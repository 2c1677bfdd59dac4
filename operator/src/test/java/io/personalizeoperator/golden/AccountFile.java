package io.personalizeoperator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.testing.Observation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** in-aws.yaml: what the account view has, by the type of a kind's ARNs. */
final class AccountFile {
  static final String NAME = "in-aws.yaml";

  /**
   * One type. What is left out is as in a view that has known the account for a day.
   *
   * @param read whether any list has succeeded; default: true
   * @param since when the first list succeeded
   * @param asOf when the newest list that succeeded came; default: just now
   * @param failure why the newest list failed
   * @param gone whether absence is proven
   * @param resources oldest first
   */
  private record Type(
      Boolean read,
      Instant since,
      Instant asOf,
      AwsFailure failure,
      boolean gone,
      List<Resource> resources) {}

  /**
   * One resource; a day old and ACTIVE where nothing else is said.
   *
   * @param details what Describe has told; none while that is not known
   * @param tags none while they are not known
   * @param tagsRead when tags were read; default: just now
   * @param describeFailure why the last Describe of it failed, if it did
   * @param shown whether AWS has shown it, so that its creation time in AWS is known; default: true
   */
  private record Resource(
      String arn,
      String status,
      Instant created,
      Instant lastUpdated,
      String failureReason,
      JsonNode details,
      String madeBy,
      Map<String, String> tags,
      Instant tagsRead,
      Boolean shown,
      AwsFailure describeFailure) {}

  private final Map<String, Type> types;
  private final Set<String> groups = new HashSet<>();

  private AccountFile(Map<String, Type> types) {
    this.types = types;
  }

  static AccountFile in(GoldenFolder folder) {
    return new AccountFile(
        folder
            .tree(NAME)
            .map(tree -> Yaml.read(tree, new TypeReference<HashMap<String, Type>>() {}))
            .orElseGet(HashMap::new));
  }

  /** What the view says of a group; what it was asked for is taken out. */
  <D> Snapshot<D> take(RemoteKind<D> kind, String group, Instant now) {
    Snapshot<D> snapshot = of(kind, group, now);
    taken(kind);
    return snapshot;
  }

  /** All groups of a kind were asked for; fails when there is something that nobody asked for. */
  void taken(RemoteKind<?> kind) {
    Type type = types.remove(kind.type());
    if (type != null && type.resources != null) {
      assertThat(groups)
          .as(NAME + ": groups that the decider looks at")
          .containsAll(
              type.resources.stream()
                  .map(resource -> kind.groupOf(Arn.resourceOf(resource.arn)))
                  .toList());
    }
  }

  /** What the view says of one of a kind's groups. */
  <D> Snapshot<D> of(RemoteKind<D> kind, String group, Instant now) {
    groups.add(group);
    Type type = types.get(kind.type());
    if (type == null) {
      return new Snapshot<>(true, Observation.STARTED, now, Optional.empty(), List.of(), false);
    }
    boolean read = !Boolean.FALSE.equals(type.read);
    Instant since = type.since == null ? Observation.STARTED : type.since;
    Instant asOf = type.asOf == null ? now : type.asOf;
    List<Resource> resources = type.resources == null ? List.of() : type.resources;
    return new Snapshot<>(
        read,
        read ? since : null,
        read ? asOf : null,
        Optional.ofNullable(type.failure),
        resources.stream()
            .filter(resource -> kind.groupOf(Arn.resourceOf(resource.arn)).equals(group))
            .map(resource -> AccountFile.<D>live(kind, resource, now))
            .toList(),
        type.gone);
  }

  private static <D> RemoteResource<D> live(RemoteKind<D> kind, Resource resource, Instant now) {
    Instant created = resource.created == null ? Observation.STARTED : resource.created;
    D details =
        resource.details == null
            ? null
            : Yaml.read(resource.details, Yaml.argument(kind, RemoteKind.class, 0));
    return new RemoteResource<>(
        new Summary(
            resource.arn,
            resource.status,
            created,
            resource.lastUpdated == null ? created : resource.lastUpdated,
            resource.failureReason),
        details,
        resource.madeBy,
        resource.tags,
        resource.tags != null && resource.tagsRead == null ? now : resource.tagsRead,
        !Boolean.FALSE.equals(resource.shown),
        resource.describeFailure);
  }

  /** Fails when there is something that nobody has asked for. */
  void finish() {
    if (!types.isEmpty()) {
      throw new AssertionError(NAME + ": the decider does not look at " + types.keySet());
    }
  }
}
