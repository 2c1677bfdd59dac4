package io.personalizeoperator.datasetimport;

import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.DatasetImportStatus;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.api.datasetimport.ImportRun;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The other imports into the same dataset, as far as manifests in the namespace show. FULL replaces
 * what was imported before, and the first import into a dataset has to be FULL (AWS:
 * CreateDatasetImportJob, importMode): so increments come after, and nothing runs beside a FULL
 * one.
 *
 * @param self the import that they are beside
 * @param others the others, by name
 */
record SiblingImports(DatasetImport self, List<DatasetImport> others) {

  static SiblingImports of(Observed<DatasetImport, ImportMode> observed) {
    DatasetImport self = observed.resource();
    return new SiblingImports(
        self,
        observed.neighbours().stream()
            .filter(DatasetImport.class::isInstance)
            .map(DatasetImport.class::cast)
            .filter(one -> !nameOf(one).equals(nameOf(self)))
            .sorted(Comparator.comparing(SiblingImports::nameOf))
            .toList());
  }

  /** What the next job has to wait for. */
  Optional<Verdict> waitsFor() {
    return first(this::isInTheWay)
        .map(
            one ->
                "Import job %s of DatasetImport %s is running; this import starts after it."
                    .formatted(Objects.requireNonNull(latest(one)).name(), nameOf(one)))
        .or(() -> first(this::comesFirst).map(SiblingImports::unfinished))
        .map(message -> Verdict.progressing(Reason.WaitingForDatasetImport, message, false));
  }

  /** When the last one of all data succeeded: before that AWS refuses an increment. */
  Optional<Instant> lastFull() {
    return others.stream()
        .filter(SiblingImports::isFull)
        .map(DatasetImport::getStatus)
        .filter(Objects::nonNull)
        .map(DatasetImportStatus::lastSuccess)
        .filter(Objects::nonNull)
        .map(ImportRun::completed)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private Optional<DatasetImport> first(Predicate<DatasetImport> which) {
    return others.stream().filter(which).findFirst();
  }

  /** Two increments do not disturb each other. */
  private boolean isInTheWay(DatasetImport other) {
    ImportRun job = latest(other);
    return job != null && Transition.isUnderWay(job.status()) && (isFull(self) || isFull(other));
  }

  private boolean comesFirst(DatasetImport other) {
    return !isFull(self)
        && isFull(other)
        && !other.getSpec().suspended()
        && !other.isMarkedForDeletion()
        && !Conditions.isReadyAsWritten(other);
  }

  private static String unfinished(DatasetImport full) {
    String message =
        "DatasetImport %s replaces all data of the dataset; this import starts after it."
            .formatted(nameOf(full));
    return Conditions.isTrue(full.lifecycle().conditions(), Conditions.STALLED)
        ? message + " It has failed: fix it, or suspend or delete it to import this one now."
        : message;
  }

  private static @Nullable ImportRun latest(DatasetImport one) {
    return one.getStatus() == null ? null : one.getStatus().latest();
  }

  private static boolean isFull(DatasetImport one) {
    return one.getSpec().importMode() != ImportMode.INCREMENTAL;
  }

  private static String nameOf(DatasetImport one) {
    return one.getMetadata().getName();
  }
}
