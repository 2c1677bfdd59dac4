package io.personalizeoperator.solution;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.ScheduleStatus;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.TrainingMode;
import io.personalizeoperator.api.solution.VersionPromotion;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is worth telling of a step from one status of a solution to the next.
 *
 * @param before as last reported
 * @param next about to be reported
 */
record TrainingNews(SolutionStatus before, SolutionStatus next) {
  List<Notice> all() {
    List<Notice> all = new ArrayList<>();
    versions(next).forEach(version -> ended(version).ifPresent(all::add));
    versions(next).forEach(version -> blocked(version).ifPresent(all::add));
    promoted().ifPresent(all::add);
    schedules(next).forEach(schedule -> missed(schedule).ifPresent(all::add));
    refused().ifPresent(all::add);
    return all;
  }

  private static List<SolutionVersionStatus> versions(SolutionStatus status) {
    if (status.history() != null) {
      return status.history();
    }
    // As an earlier operator has left it.
    return status.latestVersion() == null ? List.of() : List.of(status.latestVersion());
  }

  private static List<ScheduleStatus> schedules(SolutionStatus status) {
    return status.schedules() == null ? List.of() : status.schedules();
  }

  private Optional<SolutionVersionStatus> earlier(SolutionVersionStatus version) {
    return versions(before).stream()
        .filter(
            one ->
                version.arn() != null && version.arn().equals(one.arn())
                    || version.name() != null && version.name().equals(one.name()))
        .findFirst();
  }

  private Optional<Notice> ended(SolutionVersionStatus version) {
    return earlier(version)
        .filter(one -> VersionHistory.isUnderWay(one) && !VersionHistory.isUnderWay(version))
        .map(
            one ->
                VersionHistory.isActive(version)
                    ? Notice.normal(
                        "TrainingSucceeded", "Version %s is ACTIVE.".formatted(named(version)))
                    : Notice.warning(
                        "TrainingFailed",
                        "Version %s is %s: %s"
                            .formatted(
                                named(version),
                                version.status(),
                                Sentences.ofAws(version.failureReason()))));
  }

  private Optional<Notice> blocked(SolutionVersionStatus version) {
    boolean wasBlocked =
        earlier(version).filter(one -> one.promotion() == VersionPromotion.Blocked).isPresent();
    return version.promotion() == VersionPromotion.Blocked && !wasBlocked
        ? Optional.of(
            Notice.warning(
                "PromotionBlocked",
                "Version %s is not promoted: %s. %s To promote it anyway, set the annotation %s to %s."
                    .formatted(
                        named(version),
                        version.message(),
                        next.promotedVersion() == null
                            ? "No version is promoted yet."
                            : "Campaigns stay with version " + next.promotedVersion().id() + ".",
                        PersonalizeResource.PROMOTE,
                        VersionRecords.id(version))))
        : Optional.empty();
  }

  private Optional<Notice> promoted() {
    PromotedVersion now = next.promotedVersion();
    PromotedVersion old = before.promotedVersion();
    return now == null || old != null && old.arn().equals(now.arn())
        ? Optional.empty()
        : Optional.of(
            Notice.normal(
                "Promoted",
                "Campaigns follow version %s.%s".formatted(now.id(), metricsOf(now.arn()))));
  }

  private String metricsOf(String arn) {
    Map<String, Double> metrics =
        versions(next).stream()
            .filter(version -> arn.equals(version.arn()))
            .map(SolutionVersionStatus::metrics)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(Map.of());
    return metrics.isEmpty()
        ? ""
        : new TreeMap<>(metrics)
            .entrySet().stream()
                .map(metric -> metric.getKey() + " " + metric.getValue())
                .collect(Collectors.joining(", ", " Its metrics: ", "."));
  }

  /** A request that was answered without a training. */
  private Optional<Notice> refused() {
    String request = next.lastTrainRequest();
    if (request == null
        || request.equals(before.lastTrainRequest())
        || !request.startsWith(TrainingMode.UPDATE + ":")) {
      return Optional.empty();
    }
    String name = VersionName.ofRequest(request).text();
    return versions(next).stream().anyMatch(version -> name.equals(version.name()))
        ? Optional.empty()
        : Optional.of(
            Notice.warning(
                "TrainingRefused",
                "The train annotation asks for an UPDATE, which needs an ACTIVE version that was trained in mode FULL. Train in mode FULL first."));
  }

  private Optional<Notice> missed(ScheduleStatus schedule) {
    int was =
        schedules(before).stream()
            .filter(one -> one.name().equals(schedule.name()))
            .map(ScheduleStatus::missed)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(0);
    int now = schedule.missed() == null ? 0 : schedule.missed();
    return now <= was
        ? Optional.empty()
        : Optional.of(
            Notice.warning(
                "TrainingMissed",
                "Schedule %s missed %s, the last at %s: %s."
                    .formatted(
                        schedule.name(),
                        now - was == 1 ? "a tick" : (now - was) + " ticks",
                        schedule.lastMissedTime(),
                        schedule.lastMissedReason())));
  }

  /** With the name too, which tells what it was trained for. */
  private static String named(SolutionVersionStatus version) {
    String id = VersionRecords.id(version);
    boolean hasName = version.arn() != null && version.name() != null && !version.name().isEmpty();
    return hasName ? "%s (%s)".formatted(id, version.name()) : id;
  }
}
