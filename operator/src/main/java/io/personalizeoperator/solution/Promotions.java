package io.personalizeoperator.solution;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.Promotion;
import io.personalizeoperator.api.solution.PromotionMode;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.VersionPromotion;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Observed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which version campaigns follow: the newest ACTIVE one that meets the gates, or the one that a
 * person has named. A version that does not meet the gates never takes the place of one that
 * serves.
 *
 * @param history the versions, each with whether it was promoted
 * @param promoted the version that campaigns follow
 * @param held ARN of the version that a person has named, while it holds
 * @param problem why a version that a person has named is not promoted
 */
record Promotions(
    List<SolutionVersionStatus> history,
    Optional<PromotedVersion> promoted,
    Optional<String> held,
    Optional<String> problem) {
  /** Value of the annotation that ends a hold. */
  private static final String AUTO = "auto";

  static Promotions of(Observed<Solution, SolutionDetails> observed, VersionHistory versions) {
    return new Chooser(observed, versions).choose();
  }

  /** ARNs of versions that count however old they are. */
  static Set<String> named(Observed<Solution, SolutionDetails> observed) {
    return Stream.concat(
            held(observed).stream(), before(observed).map(PromotedVersion::arn).stream())
        .collect(Collectors.toSet());
  }

  /**
   * ARN of the version that the annotation, or an earlier one, names; empty when none holds. An ID
   * means nothing before the solution is there.
   */
  private static Optional<String> held(Observed<Solution, SolutionDetails> observed) {
    SolutionStatus status = observed.resource().getStatus();
    String recorded = status == null || isAnother(observed) ? null : status.heldVersion();
    Optional<String> annotation =
        TrainingAnnotation.annotation(observed.resource(), PersonalizeResource.PROMOTE)
            .map(String::strip);
    return annotation
        .flatMap(
            text ->
                text.equals(AUTO) || text.startsWith("arn:")
                    ? Optional.of(text)
                    : observed.live().map(solution -> solution.arn() + "/" + text))
        .or(() -> annotation.isPresent() ? Optional.empty() : Optional.ofNullable(recorded))
        .filter(text -> !text.equals(AUTO));
  }

  private static Optional<PromotedVersion> before(Observed<Solution, ?> observed) {
    SolutionStatus status = observed.resource().getStatus();
    return Optional.ofNullable(status == null ? null : status.promotedVersion())
        .filter(version -> !isAnother(observed));
  }

  /** Whether the status speaks of a solution of the same name before this one. */
  private static boolean isAnother(Observed<Solution, ?> observed) {
    Instant created = observed.before().awsCreated();
    return created != null
        && observed
            .live()
            .filter(solution -> solution.createdInAws().isPresent())
            .filter(solution -> !solution.summary().isSameCreation(created))
            .isPresent();
  }

  /** The newest version, when the gates keep it back. */
  Optional<SolutionVersionStatus> blocked() {
    return history.reversed().stream()
        .filter(VersionHistory::isActive)
        .findFirst()
        .filter(version -> version.promotion() == VersionPromotion.Blocked);
  }

  private record Chooser(
      Solution solution,
      VersionHistory versions,
      Instant now,
      PromotionGates gates,
      Optional<String> held,
      @Nullable PromotedVersion before) {
    Chooser(Observed<Solution, SolutionDetails> observed, VersionHistory versions) {
      this(
          observed.resource(),
          versions,
          observed.now(),
          PromotionGates.of(observed.resource().getSpec().promotion()),
          Promotions.held(observed),
          Promotions.before(observed).orElse(null));
    }

    Promotions choose() {
      Optional<SolutionVersionStatus> named = held.flatMap(versions::of);
      Optional<String> problem =
          held.filter(arn -> named.filter(VersionHistory::isActive).isEmpty())
              .map(
                  arn ->
                      "The annotation %s names %s, which is not an ACTIVE version of this solution. Set it to an ACTIVE version of status.history, or to auto."
                          .formatted(
                              PersonalizeResource.PROMOTE,
                              arn.substring(arn.lastIndexOf('/') + 1)));
      List<SolutionVersionStatus> judged = judged();
      Optional<SolutionVersionStatus> next =
          held.isPresent()
              ? named.filter(VersionHistory::isActive)
              : judged.reversed().stream()
                  .filter(version -> version.promotion() == VersionPromotion.Promoted)
                  .findFirst();
      Optional<PromotedVersion> promoted =
          next.map(version -> promoted(Objects.requireNonNull(version.arn())))
              .or(() -> Optional.ofNullable(before));
      return new Promotions(marked(judged, next), promoted, held, problem);
    }

    private PromotedVersion promoted(String arn) {
      return before != null && before.arn().equals(arn)
          ? before
          : new PromotedVersion(arn, Arn.idOf(arn), now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Each ACTIVE version that is newer than the promoted one, with what the gates say of it. */
    private List<SolutionVersionStatus> judged() {
      Optional<SolutionVersionStatus> current =
          Optional.ofNullable(before).flatMap(one -> versions.of(one.arn()));
      List<SolutionVersionStatus> all = new ArrayList<>();
      for (SolutionVersionStatus version : versions.versions()) {
        boolean isCandidate =
            VersionHistory.isActive(version)
                && current
                    .filter(serving -> !version.created().isAfter(serving.created()))
                    .isEmpty();
        all.add(isCandidate ? judged(version, current) : version);
      }
      return all;
    }

    private SolutionVersionStatus judged(
        SolutionVersionStatus version, Optional<SolutionVersionStatus> current) {
      if (held.isPresent() || isManual()) {
        // It was promoted before somebody went back to an older one.
        return held.isPresent() && version.promotion() == VersionPromotion.Promoted
            ? version
            : VersionRecords.withPromotion(
                version,
                VersionPromotion.Held,
                "waits for the annotation " + PersonalizeResource.PROMOTE);
      }
      if (!gates.isOpen() && version.metrics() == null) {
        return VersionRecords.withPromotion(version, null, "its metrics are being read");
      }
      boolean comparesWithUnread =
          gates.comparesWithPromoted()
              && before != null
              && current.map(SolutionVersionStatus::metrics).isEmpty();
      if (comparesWithUnread) {
        return VersionRecords.withPromotion(
            version, null, "the metrics of the promoted version are being read");
      }
      Map<String, Double> own = version.metrics() == null ? Map.of() : version.metrics();
      Map<String, Double> serving = current.map(SolutionVersionStatus::metrics).orElse(Map.of());
      return gates
          .unmet(own, serving)
          .map(why -> VersionRecords.withPromotion(version, VersionPromotion.Blocked, why))
          .orElseGet(() -> VersionRecords.withPromotion(version, VersionPromotion.Promoted, null));
    }

    private boolean isManual() {
      Promotion promotion = solution.getSpec().promotion();
      return promotion != null && promotion.mode() == PromotionMode.Manual;
    }

    /** Only one of several candidates is promoted: the newest. */
    private List<SolutionVersionStatus> marked(
        List<SolutionVersionStatus> judged, Optional<SolutionVersionStatus> next) {
      String arn = next.map(SolutionVersionStatus::arn).orElse(null);
      return judged.stream().map(version -> marked(version, arn)).toList();
    }

    private SolutionVersionStatus marked(SolutionVersionStatus version, @Nullable String next) {
      if (version.arn() != null && version.arn().equals(next)) {
        return VersionRecords.withPromotion(version, VersionPromotion.Promoted, null);
      }
      boolean wasPromoted =
          versions
              .of(Objects.requireNonNullElse(version.arn(), ""))
              .filter(before -> before.promotion() == VersionPromotion.Promoted)
              .isPresent();
      boolean isOvertaken = version.promotion() == VersionPromotion.Promoted && !wasPromoted;
      return isOvertaken ? VersionRecords.withPromotion(version, null, null) : version;
    }
  }
}
