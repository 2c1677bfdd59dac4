package io.personalizeoperator.decision;

import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind makes its status from.
 *
 * @param common the part that every kind has
 * @param verdict how the custom resource stands as a whole, which the common conditions tell
 * @param records what is to be recorded of each revision, in the order of the kind's plans
 * @param findings of all concerns, also those that the common conditions do not speak of, with what
 *     holds back their actions: for conditions of the kind's own
 * @param ofNext those of them that are on the next revision
 */
public record Report(
    LifecycleStatus common,
    Verdict verdict,
    List<RevisionRecord> records,
    List<Finding> findings,
    List<Finding> ofNext) {
  private static final Set<Concern> OTHERS =
      EnumSet.of(Concern.DETAILS, Concern.TAGS, Concern.PUBLICATION);

  /**
   * What is under way for a reason, in the words of the first concern that is at it: for a
   * condition of the kind's own. Reads, tags and ConfigMaps do not count.
   */
  public Optional<String> activity(Reason what) {
    return findings.stream()
        .filter(finding -> !OTHERS.contains(finding.concern()))
        .flatMap(finding -> finding.verdict().stream())
        .filter(verdict -> verdict.isUnderWay() && verdict.reason() == what)
        .map(Verdict::message)
        .findFirst();
  }
}
