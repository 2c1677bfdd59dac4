package io.personalizeoperator.reconcile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes ARNs to ConfigMaps that many resources share. Each write changes the resource's own keys
 * and the {@link KeyOwners}, of the very version of the ConfigMap that was read: two writers never
 * lose each other's keys. Passes of this process write a ConfigMap one after the other, so that
 * only others are met.
 */
final class ConfigMapPublisher {
  private static final String FIELD_MANAGER = "personalize-operator";
  private static final PatchContext MERGE =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager(FIELD_MANAGER)
          .build();

  /** More than one only when others write the ConfigMap at the same moment. */
  private static final int TRIES = 5;

  private static final int LOCKS = 64;

  private final KubernetesClient client;
  private final KeyClaims claims;
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

  ConfigMapPublisher(KubernetesClient client, ResourceGraph graph) {
    this.client = client;
    this.claims = new KeyClaims(graph);
  }

  /**
   * Writes the keys, and removes other ones of the resource in the same ConfigMap.
   *
   * @throws AwsCallException when a key is another's, or the API server refuses
   */
  void publish(PersonalizeResource<?, ?> resource, Published to) throws AwsCallException {
    exclusively(
        resource,
        to.configMap(),
        (map, found) -> {
          if (found == null) {
            create(resource, to);
            return;
          }
          AwsFailure conflict = claims.conflict(resource, to, found).orElse(null);
          if (conflict != null) {
            throw new AwsCallException(conflict);
          }
          patch(map, change(resource, found, to.content()));
        });
  }

  /**
   * Takes the keys back. A ConfigMap that was made for the last of them goes with it.
   *
   * @throws AwsCallException when the API server refuses
   */
  void unpublish(PersonalizeResource<?, ?> resource, Published from) throws AwsCallException {
    exclusively(
        resource,
        from.configMap(),
        (map, found) -> {
          if (found != null) {
            ConfigMapChange change = change(resource, found, Map.of());
            if (!change.leavesNothing() || !isDeleted(map, found)) {
              patch(map, change);
            }
          }
        });
  }

  private ConfigMapChange change(
      PersonalizeResource<?, ?> resource, ConfigMap found, Map<String, String> content) {
    return new ConfigMapChange(
        found, claims.ownOf(resource, found), content, KeyOwners.nameOf(resource));
  }

  /** The client's own way of creating names no field manager. */
  private void create(PersonalizeResource<?, ?> resource, Published to) {
    String namespace = resource.getMetadata().getNamespace();
    KeyOwners owners = KeyOwners.NONE.with(to.content().keySet(), KeyOwners.nameOf(resource));
    client.raw(
        "/api/v1/namespaces/%s/configmaps?fieldManager=%s".formatted(namespace, FIELD_MANAGER),
        "POST",
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(to.configMap())
            .withNamespace(namespace)
            .addToLabels(ConfigMapChange.PUBLISHED, "true")
            .addToLabels(ConfigMapChange.MADE_BY, ConfigMapChange.OPERATOR)
            .addToAnnotations(KeyOwners.ANNOTATION, owners.text())
            .endMetadata()
            .withData(to.content())
            .build());
  }

  private static void patch(Resource<ConfigMap> map, ConfigMapChange change) {
    String patch = change.patch();
    if (!patch.isEmpty()) {
      map.patch(MERGE, patch);
    }
  }

  /** False without the right to delete: then it stays behind, empty. */
  private static boolean isDeleted(Resource<ConfigMap> map, ConfigMap found) {
    try {
      map.lockResourceVersion(found.getMetadata().getResourceVersion()).delete();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return false;
      }
      throw e;
    }
  }

  /** One try, on the ConfigMap as it was read. */
  private interface Write {
    void to(Resource<ConfigMap> map, @Nullable ConfigMap found) throws AwsCallException;
  }

  private void exclusively(PersonalizeResource<?, ?> resource, String name, Write write)
      throws AwsCallException {
    String namespace = resource.getMetadata().getNamespace();
    Resource<ConfigMap> map = client.configMaps().inNamespace(namespace).withName(name);
    Lock lock = locks[Math.floorMod(Objects.hash(namespace, name), LOCKS)];
    lock.lock();
    try {
      for (int tries = 1; !isWritten(map, write, tries); tries++) {
        // Somebody else has written it since it was read: it is read again.
      }
    } catch (KubernetesClientException e) {
      String message = e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
      String words = Objects.requireNonNullElse(message, e.toString());
      throw new AwsCallException(new AwsFailure(FailureClass.NOT_PUBLISHED, "ConfigMap", words), e);
    } finally {
      lock.unlock();
    }
  }

  private static boolean isWritten(Resource<ConfigMap> map, Write write, int tries)
      throws AwsCallException {
    try {
      write.to(map, map.get());
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT && tries < TRIES) {
        return false;
      }
      throw e;
    }
  }
}
