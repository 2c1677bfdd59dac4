package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import org.jspecify.annotations.Nullable;

/**
 * A custom resource that stands for one resource in Amazon Personalize.
 *
 * @param <S> its spec
 * @param <T> its status
 */
@ValidationRule(
    value = "has(self.spec.name) || self.metadata.name.matches('^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$')",
    message =
        "metadata.name is also the name in Amazon Personalize, which takes at most 63 letters, digits, - and _: set spec.name, or choose a shorter metadata.name without dots")
@ValidationRule(
    value =
        "has(self.spec.name) ? self.spec.name == (has(oldSelf.spec.name) ? oldSelf.spec.name : self.metadata.name) : !has(oldSelf.spec.name) || oldSelf.spec.name == self.metadata.name",
    message =
        "spec.name cannot be changed: create a new resource with the new name, then delete this one",
    fieldPath = ".spec.name")
@JsonIgnoreProperties(ignoreUnknown = true)
public abstract class PersonalizeResource<S extends CommonSpec, T extends CommonStatus>
    extends CustomResource<S, T> implements Namespaced {
  private static final long serialVersionUID = 1L;

  /** API group of all kinds, also the prefix of the operator's annotations and tags. */
  public static final String GROUP = "personalize-operator.io";

  /** API version of all kinds. */
  public static final String VERSION = "v1alpha1";

  /** Category of all kinds: {@code kubectl get personalize}. */
  public static final String CATEGORY = "personalize";

  /**
   * Annotation whose every new value lets the operator make a resource again that has vanished or
   * that could not be created.
   */
  public static final String RECREATE = GROUP + "/recreate";

  /** Annotation of a Solution whose every new value starts one training. */
  public static final String TRAIN = GROUP + "/train";

  /**
   * Annotation of a Solution that names the version which campaigns follow, by its ID or ARN;
   * {@code auto} ends that.
   */
  public static final String PROMOTE = GROUP + "/promote";

  /** JSON path of the Ready condition's status, for printer columns. */
  public static final String READY = ".status.conditions[?(@.type==\"Ready\")].status";

  /** JSON path of the Ready condition's reason, for printer columns. */
  public static final String REASON = ".status.conditions[?(@.type==\"Ready\")].reason";

  /** JSON path of the Ready condition's message, for printer columns. */
  public static final String MESSAGE = ".status.conditions[?(@.type==\"Ready\")].message";

  @Override
  protected @Nullable S initSpec() {
    return null;
  }

  @Override
  protected @Nullable T initStatus() {
    return null;
  }

  /** The name in Amazon Personalize: spec.name, else metadata.name. */
  public String awsName() {
    return getSpec() == null || getSpec().name() == null
        ? getMetadata().getName()
        : getSpec().name();
  }

  /** The common part of the status, never null. */
  public LifecycleStatus lifecycle() {
    return getStatus() == null || getStatus().lifecycle() == null
        ? LifecycleStatus.EMPTY
        : getStatus().lifecycle();
  }
}
