package io.personalizeoperator.solution;

import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Conditions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The imports into the datasets of a solution's dataset group, as far as manifests in the namespace
 * show.
 *
 * @param imports the imports
 */
record DataImports(List<DatasetImport> imports) {

  static DataImports of(Observed<Solution, ?> observed) {
    return new DataImports(
        observed.neighbours().stream()
            .filter(DatasetImport.class::isInstance)
            .map(DatasetImport.class::cast)
            .toList());
  }

  /** What has not succeeded yet, in words. */
  Optional<String> unfinished() {
    String names =
        imports.stream()
            .filter(i -> !i.getSpec().suspended())
            .filter(i -> !Conditions.isReadyAsWritten(i))
            .map(
                i ->
                    Conditions.isTrue(i.lifecycle().conditions(), Conditions.STALLED)
                        ? i.getMetadata().getName() + " (failed)"
                        : i.getMetadata().getName())
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of("DatasetImport " + names);
  }

  /** When the newest import succeeded. */
  Optional<Instant> lastSuccess() {
    return imports.stream()
        .filter(i -> i.getStatus() != null && i.getStatus().lastSuccess() != null)
        .map(i -> i.getStatus().lastSuccess().completed())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
