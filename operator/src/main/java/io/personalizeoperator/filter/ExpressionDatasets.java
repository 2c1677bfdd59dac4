package io.personalizeoperator.filter;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.decision.PendingChange;
import io.personalizeoperator.expression.FilterExpression;
import io.personalizeoperator.expression.FilterExpressionException;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which datasets a filter expression names. */
final class ExpressionDatasets {
  private ExpressionDatasets() {}

  /**
   * The dataset types in an expression, in capitals, such as ITEMS.
   *
   * @param expression as in the manifest
   * @return none when it cannot be read: whether it is right is for AWS to say
   */
  static Set<String> in(String expression) {
    try {
      return FilterExpression.parse(expression).fields().stream()
          .map(field -> field.dataset().name())
          .collect(Collectors.toSet());
    } catch (FilterExpressionException e) {
      return Set.of();
    }
  }

  /**
   * What the creation of a filter waits for: AWS checks an expression against the schemas, so the
   * datasets that it names have to be there, with the schema of their manifests. It is AWS that
   * says whether the old schema is enough where a change of one does not go on.
   */
  static Optional<Verdict> missing(
      String expression, Collection<? extends PersonalizeResource<?, ?>> neighbours) {
    return named(expression, neighbours)
        .flatMap(dataset -> missing(dataset).stream())
        .findFirst()
        .map(missing -> Verdict.progressing(Reason.WaitingForDataset, missing, false));
  }

  private static Optional<String> missing(Dataset dataset) {
    return "ACTIVE".equals(dataset.lifecycle().awsStatus())
        ? PendingChange.of(dataset)
            .filter(change -> !change.isRefused())
            .map(PendingChange::message)
        : Optional.of(
            "The expression uses %s, but Dataset %s is not ACTIVE yet."
                .formatted(dataset.getSpec().type(), dataset.getMetadata().getName()));
  }

  /**
   * When AWS last changed a dataset that an expression names: with another schema an expression may
   * be right that was refused before.
   */
  static Optional<Instant> changed(
      String expression, Collection<? extends PersonalizeResource<?, ?>> neighbours) {
    return named(expression, neighbours)
        .map(dataset -> dataset.lifecycle().awsLastUpdated())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private static Stream<Dataset> named(
      String expression, Collection<? extends PersonalizeResource<?, ?>> neighbours) {
    Set<String> named = in(expression);
    return neighbours.stream()
        .filter(Dataset.class::isInstance)
        .map(Dataset.class::cast)
        .filter(
            dataset -> named.contains(dataset.getSpec().type().name().toUpperCase(Locale.ROOT)));
  }
}
