package io.personalizeoperator.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The test's namespace: applies manifests and waits for what the operator reports. */
public final class Cluster {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(40);
  private static final PatchContext MERGE =
      new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

  private final KubernetesClient client;
  private final String namespace;

  Cluster(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** Applies manifests, as kubectl apply does. */
  public void apply(String manifests) {
    client
        .load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
        .inNamespace(namespace)
        .resources()
        .forEach(resource -> resource.forceConflicts().serverSideApply());
  }

  /** Applies a sample with further lines of the spec. */
  public void apply(Sample sample, String... more) {
    apply(sample.manifest(more));
  }

  /** Applies samples, each with these further lines of the spec. */
  public void applyAll(List<Sample> samples, String... more) {
    samples.forEach(sample -> apply(sample, more));
  }

  /** A merge patch by a user, such as {@code {"spec":{"suspend":true}}}. */
  public void patch(Sample sample, String json) {
    on(sample).patch(MERGE, json);
  }

  /** Gives the recreate annotation a value. */
  public void recreate(Sample sample, String value) {
    patch(
        sample,
        "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}"
            .formatted(PersonalizeResource.RECREATE, value));
  }

  /** Asks Kubernetes to delete a resource. */
  public void delete(Sample sample) {
    on(sample).delete();
  }

  /** A resource as it is; null when it is not there. */
  public PersonalizeResource<?, ?> get(Sample sample) {
    return on(sample).get();
  }

  /** A text in a resource's status, as the API server stores it; null when there is none. */
  public String statusText(Sample sample, String field) {
    ResourceDefinitionContext kind = ResourceDefinitionContext.fromResourceType(sample.type());
    return client
        .genericKubernetesResources(kind)
        .inNamespace(namespace)
        .withName("movies")
        .get()
        .get("status", field);
  }

  private Resource<? extends PersonalizeResource<?, ?>> on(Sample sample) {
    return client.resources(sample.type()).inNamespace(namespace).withName("movies");
  }

  /** Waits until a resource is as wanted. */
  public PersonalizeResource<?, ?> await(
      Sample sample, String what, Predicate<PersonalizeResource<?, ?>> wanted) {
    try {
      return Awaitility.await(what)
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK_EVERY)
          .until(() -> get(sample), one -> one != null && wanted.test(one));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "Waited for the %s: %s; it is\n%s".formatted(sample.kind(), what, show(sample)), e);
    }
  }

  /** Waits until a resource is Ready for its present spec, with nothing under way or stalled. */
  public PersonalizeResource<?, ?> awaitReady(Sample sample) {
    return await(
        sample,
        "Ready",
        one ->
            isTrue(one, Conditions.READY)
                && !isTrue(one, Conditions.RECONCILING)
                && !isTrue(one, Reason.Updating.name())
                && !isTrue(one, Conditions.STALLED)
                && one.getMetadata().getGeneration().equals(one.lifecycle().observedGeneration()));
  }

  /** Waits until all are Ready. */
  public void awaitReady(List<Sample> samples) {
    samples.forEach(this::awaitReady);
  }

  /** Waits until a resource is Stalled for a reason, and gives the condition. */
  public Condition awaitStalled(Sample sample, Reason reason) {
    return find(
        await(
            sample,
            "Stalled " + reason,
            one -> isTrue(one, Conditions.STALLED) && hasReason(one, reason)),
        Conditions.STALLED);
  }

  /** Waits until a resource is Reconciling for a reason, and gives the condition. */
  public Condition awaitReconciling(Sample sample, Reason reason) {
    return find(
        await(
            sample,
            "Reconciling " + reason,
            one -> isTrue(one, Conditions.RECONCILING) && hasReason(one, reason)),
        Conditions.RECONCILING);
  }

  /** Waits until a resource is gone. */
  public void awaitGone(Sample sample) {
    try {
      Awaitility.await("gone")
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK_EVERY)
          .until(() -> get(sample) == null);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "Waited for the %s to be gone; it is\n%s".formatted(sample.kind(), show(sample)), e);
    }
  }

  /** Waits for an Event of a reason on a resource, and gives its message. */
  public String awaitEvent(Sample sample, String reason) {
    return Awaitility.await("Event " + reason + " on the " + sample.kind())
        .atMost(PATIENCE)
        .pollInterval(LOOK_EVERY)
        .until(() -> events(sample, reason), events -> !events.isEmpty())
        .getLast()
        .getMessage();
  }

  /** The Events of a reason on a resource. */
  public List<Event> events(Sample sample, String reason) {
    return events(sample).stream().filter(event -> event.getReason().equals(reason)).toList();
  }

  /** The Events on a resource. */
  public List<Event> events(Sample sample) {
    return client.v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> event.getInvolvedObject().getKind().equals(sample.kind()))
        .toList();
  }

  /** Waits until a ConfigMap has exactly that content; null: until it is gone. */
  public void awaitConfigMap(String name, Map<String, String> content) {
    Awaitility.await("ConfigMap " + name + " with " + content)
        .atMost(PATIENCE)
        .pollInterval(LOOK_EVERY)
        .until(() -> Optional.ofNullable(configMap(name)), Optional.ofNullable(content)::equals);
  }

  /** Content of a ConfigMap; null when there is none. */
  public Map<String, String> configMap(String name) {
    ConfigMap map = client.configMaps().inNamespace(namespace).withName(name).get();
    return map == null ? null : map.getData() == null ? Map.of() : map.getData();
  }

  /** Whether a condition is True. */
  public static boolean isTrue(PersonalizeResource<?, ?> resource, String type) {
    return Conditions.isTrue(resource.lifecycle().conditions(), type);
  }

  /** The condition of a type. */
  public static Condition find(PersonalizeResource<?, ?> resource, String type) {
    return Conditions.find(resource.lifecycle().conditions(), type).orElseThrow();
  }

  private static boolean hasReason(PersonalizeResource<?, ?> resource, Reason reason) {
    return find(resource, Conditions.READY).reason().equals(reason.name());
  }

  private String show(Sample sample) {
    PersonalizeResource<?, ?> resource = get(sample);
    if (resource == null) {
      return "not there";
    }
    resource.getMetadata().setManagedFields(null);
    return Serialization.asYaml(resource);
  }

  /** Waits until every resource of every kind in the namespace is Ready. */
  public void awaitAllReady() {
    Awaitility.await("every resource Ready")
        .atMost(PATIENCE)
        .pollInterval(LOOK_EVERY)
        .ignoreExceptionsInstanceOf(NoSuchElementException.class)
        .untilAsserted(
            () ->
                assertThat(all())
                    .isNotEmpty()
                    .allSatisfy(
                        one ->
                            assertThat(find(one, Conditions.READY).reason())
                                .isIn(Reason.Active.name(), Reason.Imported.name())));
  }

  /** The spec's generation of every resource of every kind in the namespace. */
  public Map<String, Long> generations() {
    return all().stream()
        .collect(
            Collectors.toMap(
                one -> one.getKind() + " " + one.getMetadata().getName(),
                one -> one.getMetadata().getGeneration()));
  }

  private List<PersonalizeResource<?, ?>> all() {
    return Stream.of(Sample.values())
        .<PersonalizeResource<?, ?>>flatMap(
            sample ->
                client.resources(sample.type()).inNamespace(namespace).list().getItems().stream())
        .toList();
  }

  void clearStatus(Sample sample) {
    patchStatus(sample, "{\"status\":null}");
  }

  /** A merge patch of a status, as by an operator that lived elsewhere. */
  public void patchStatus(Sample sample, String json) {
    on(sample).subresource("status").patch(MERGE, json);
  }

  /** Takes everything away without asking the operator. */
  void removeAll() {
    for (Sample sample : Sample.values()) {
      PersonalizeResource<?, ?> resource = get(sample);
      if (resource != null) {
        on(sample).patch(MERGE, "{\"metadata\":{\"finalizers\":null}}");
        on(sample).delete();
      }
    }
  }
}
