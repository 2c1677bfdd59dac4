package io.personalizeoperator.decision;

import io.personalizeoperator.api.PersonalizeResource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tags that name the owner of a resource: cluster, namespace and name of its custom resource.
 *
 * @param cluster id of the cluster; two clusters on one account never share it
 * @param namespace namespace of the custom resource
 * @param name its metadata.name
 */
public record OwnerTags(String cluster, String namespace, String name) {
  private static final String PREFIX = PersonalizeResource.GROUP + "/";
  private static final String CLUSTER = PREFIX + "cluster";
  private static final String NAMESPACE = PREFIX + "namespace";
  private static final String NAME = PREFIX + "name";

  /** The owner that tags name. */
  public enum Owner {
    OURS,
    NOBODY,
    ANOTHER
  }

  /** The owner's tags of a custom resource. */
  public static OwnerTags of(String cluster, PersonalizeResource<?, ?> resource) {
    return new OwnerTags(
        cluster, resource.getMetadata().getNamespace(), resource.getMetadata().getName());
  }

  /** The owner of a resource with these tags. */
  public Owner ownerOf(Map<String, String> tags) {
    if (Objects.equals(tags.get(CLUSTER), cluster)
        && Objects.equals(tags.get(NAMESPACE), namespace)
        && Objects.equals(tags.get(NAME), name)) {
      return Owner.OURS;
    }
    return tags.keySet().stream().anyMatch(key -> key.startsWith(PREFIX))
        ? Owner.ANOTHER
        : Owner.NOBODY;
  }

  /** Who another owner is, in words. */
  public static String describe(Map<String, String> tags) {
    return tags.getOrDefault(NAMESPACE, "?")
        + "/"
        + tags.getOrDefault(NAME, "?")
        + " in cluster "
        + tags.getOrDefault(CLUSTER, "?");
  }

  /** The owner's tags and the user's. */
  public Map<String, String> with(@Nullable Map<String, String> users) {
    Map<String, String> all = new TreeMap<>(users == null ? Map.of() : users);
    all.put(CLUSTER, cluster);
    all.put(NAMESPACE, namespace);
    all.put(NAME, name);
    return all;
  }
}
