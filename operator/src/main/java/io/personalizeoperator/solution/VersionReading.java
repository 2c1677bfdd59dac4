package io.personalizeoperator.solution;

import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what AWS's lists do not give of the versions: their names, their hours and their metrics.
 *
 * @param outlook what was trained and what is due
 * @param promotions which version campaigns follow
 * @param snapshot what the account view has of the versions
 * @param standing how the solution stands meanwhile
 */
record VersionReading(
    TrainingOutlook outlook,
    Promotions promotions,
    Snapshot<SolutionVersionDetails> snapshot,
    TrainingStanding standing) {

  /** What is to be read, each by itself: one that cannot be read keeps none of the others back. */
  List<Finding> look(String solutionArn) {
    return Stream.of(named(solutionArn), unknown(), metrics()).flatMap(Optional::stream).toList();
  }

  /** A version that a person has named may be older than those that are kept in mind. */
  private Optional<Finding> named(String solutionArn) {
    return promotions
        .held()
        .filter(arn -> arn.startsWith(solutionArn + "/"))
        .filter(arn -> outlook.history().of(arn).isEmpty())
        .map(arn -> reading(arn, false));
  }

  private Finding reading(String arn, boolean more) {
    return Finding.act(
        Concern.PROMOTION,
        standing.atWork(),
        new Action.ReadRelated(SolutionVersionCalls.KIND, arn, more));
  }

  /**
   * A version whose name is not known, as a list gives none. Until then a tick that it was trained
   * for is asked of AWS again, which refuses its name.
   */
  private Optional<Finding> unknown() {
    return newestVersions().reversed().stream()
        .filter(VersionReading::needsDescribe)
        .flatMap(version -> Stream.ofNullable(version.arn()))
        .filter(arn -> !isDescribed(arn))
        .min(Comparator.comparing(arn -> isHeld(arn, false)))
        .map(arn -> reading(arn, false));
  }

  /** One that cannot be read keeps none of the others from being read, and is told last. */
  private boolean isHeld(String arn, boolean more) {
    Action.Key key = new Action.ReadRelated(SolutionVersionCalls.KIND, arn, more).key();
    return outlook
        .observed()
        .attempts()
        .of(key)
        .filter(failed -> outlook.observed().now().isBefore(failed.retryAt()))
        .isPresent();
  }

  private List<SolutionVersionStatus> newestVersions() {
    List<SolutionVersionStatus> all = outlook.history().versions();
    return all.subList(Math.max(0, all.size() - VersionHistory.MOST), all.size());
  }

  private static boolean needsDescribe(SolutionVersionStatus version) {
    boolean hasNoHours = VersionHistory.isActive(version) && version.trainingHours() == null;
    return version.name() == null || hasNoHours;
  }

  /** What AWS leaves out of an answer is not asked for again. */
  private boolean isDescribed(String arn) {
    return snapshot.live().stream()
        .anyMatch(version -> version.arn().equals(arn) && version.details() != null);
  }

  /**
   * Metrics of each version are read once: for the gates, the status and the gauges. Those of the
   * promoted version come first, for others are compared with it.
   */
  private Optional<Finding> metrics() {
    Stream<String> promoted =
        promotions.promoted().map(PromotedVersion::arn).stream().filter(this::lacksMetrics);
    Stream<String> newest =
        newestVersions().reversed().stream()
            .filter(VersionHistory::isActive)
            .filter(version -> version.metrics() == null)
            .flatMap(version -> Stream.ofNullable(version.arn()));
    return Stream.concat(promoted, newest)
        .min(Comparator.comparing(arn -> isHeld(arn, true)))
        .map(arn -> reading(arn, true));
  }

  private boolean lacksMetrics(String arn) {
    return outlook
        .history()
        .of(arn)
        .filter(version -> version.metrics() != null || !VersionHistory.isActive(version))
        .isEmpty();
  }
}
