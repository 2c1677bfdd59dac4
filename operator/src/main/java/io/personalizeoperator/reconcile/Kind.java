package io.personalizeoperator.reconcile;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.KindDecider;
import java.util.List;

/**
 * One kind in the three parts that the life cycle needs.
 *
 * @param type the custom resource
 * @param decider what it wants
 * @param calls what it asks of AWS
 * @param listensTo other kinds whose changes can concern it, beside its parents
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public record Kind<R extends PersonalizeResource<?, ?>, D>(
    Class<R> type,
    KindDecider<R, D> decider,
    KindCalls<D> calls,
    List<Class<? extends PersonalizeResource<?, ?>>> listensTo) {

  /** A kind that looks at nothing but its parents. */
  public static <R extends PersonalizeResource<?, ?>, D> Kind<R, D> plain(
      Class<R> type, KindDecider<R, D> decider, KindCalls<D> calls) {
    return new Kind<>(type, decider, calls, List.of());
  }
}
