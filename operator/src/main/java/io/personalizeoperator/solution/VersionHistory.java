package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.TrainingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a solution, oldest first: what the status has recorded, with what AWS shows now
 * and what this pass has done. AWS never deletes a version, so the record is bounded.
 *
 * @param versions the versions
 */
record VersionHistory(List<SolutionVersionStatus> versions) {
  /** A version that AWS says exists, and does not show yet. */
  static final String REQUESTED = "REQUESTED";

  private static final String ACTIVE = "ACTIVE";

  /** One that AWS said exists and never showed: it was done, and more is not known. */
  static final String EXISTS = "EXISTS";

  /** How long AWS may take to show one that exists: its lists lag, and are read every minutes. */
  static final Duration SHOWN_WITHIN = Duration.ofMinutes(10);

  /** Most versions in a status, beside the promoted one and those under way. */
  static final int MOST = 20;

  /**
   * Puts together what is known.
   *
   * @param recorded as in the status
   * @param live as AWS shows them
   * @param requested those that this pass has started
   * @param named ARNs of versions that count however old they are
   */
  static VersionHistory of(
      List<SolutionVersionStatus> recorded,
      List<RemoteResource<SolutionVersionDetails>> live,
      List<SolutionVersionStatus> requested,
      Set<String> named,
      Instant now) {
    List<SolutionVersionStatus> all = new ArrayList<>(recorded);
    requested.stream()
        .filter(one -> all.stream().noneMatch(other -> Objects.equals(one.name(), other.name())))
        .forEach(all::add);
    for (RemoteResource<SolutionVersionDetails> version : ofInterest(live, recorded, named)) {
      int known = indexOf(all, version);
      if (known >= 0) {
        all.set(known, VersionRecords.updated(all.get(known), version));
      } else {
        all.add(VersionRecords.found(version));
      }
    }
    all.sort(Comparator.comparing(SolutionVersionStatus::created));
    return new VersionHistory(
        withoutTwins(all).stream().map(version -> dated(version, now)).toList());
  }

  /** A version that was asked for by name and is shown by its ARN is one, not two. */
  private static List<SolutionVersionStatus> withoutTwins(List<SolutionVersionStatus> all) {
    Map<String, SolutionVersionStatus> byArn = new LinkedHashMap<>();
    all.stream()
        .filter(version -> version.arn() != null)
        .forEach(version -> byArn.merge(version.arn(), version, VersionHistory::better));
    Set<String> names =
        byArn.values().stream()
            .map(SolutionVersionStatus::name)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(
            version ->
                version.arn() == null
                    ? !names.contains(version.name())
                    : byArn.get(version.arn()) == version)
        .toList();
  }

  private static SolutionVersionStatus better(
      SolutionVersionStatus one, SolutionVersionStatus other) {
    return other.name() == null || isUnderWay(other) && !isUnderWay(one) ? one : other;
  }

  private static SolutionVersionStatus dated(SolutionVersionStatus version, Instant now) {
    boolean isLost =
        version.status().equals(REQUESTED) && !now.isBefore(version.created().plus(SHOWN_WITHIN));
    return isLost ? VersionRecords.withStatus(version, EXISTS) : version;
  }

  /** AWS can have thousands: the newest, those under way, and those that were recorded. */
  private static List<RemoteResource<SolutionVersionDetails>> ofInterest(
      List<RemoteResource<SolutionVersionDetails>> live,
      List<SolutionVersionStatus> recorded,
      Set<String> named) {
    int first = Math.max(0, live.size() - 2 * MOST);
    if (first == 0) {
      return live;
    }
    Set<String> known =
        Stream.concat(
                recorded.stream().map(SolutionVersionStatus::arn).filter(Objects::nonNull),
                named.stream())
            .collect(Collectors.toSet());
    List<RemoteResource<SolutionVersionDetails>> some =
        new ArrayList<>(
            live.subList(0, first).stream()
                .filter(version -> version.isInTransition() || known.contains(version.arn()))
                .toList());
    some.addAll(live.subList(first, live.size()));
    return some;
  }

  private static int indexOf(
      List<SolutionVersionStatus> all, RemoteResource<SolutionVersionDetails> version) {
    SolutionVersionDetails details = version.details();
    for (int i = 0; i < all.size(); i++) {
      SolutionVersionStatus one = all.get(i);
      boolean sameName = one.arn() == null && details != null && details.name().equals(one.name());
      if (version.arn().equals(one.arn()) || sameName) {
        return i;
      }
    }
    return -1;
  }

  Optional<SolutionVersionStatus> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  /** The training under way, the newest if AWS runs several. */
  Optional<SolutionVersionStatus> underWay() {
    return versions.reversed().stream().filter(VersionHistory::isUnderWay).findFirst();
  }

  static boolean isUnderWay(SolutionVersionStatus version) {
    return version.status().equals(REQUESTED) || Transition.isUnderWay(version.status());
  }

  static boolean isActive(SolutionVersionStatus version) {
    return version.status().equals(ACTIVE);
  }

  static boolean hasFailed(SolutionVersionStatus version) {
    return version.status().endsWith("FAILED");
  }

  /** Whether a training of that name was started, now or before. */
  boolean has(VersionName name) {
    return versions.stream().anyMatch(version -> name.text().equals(version.name()));
  }

  Optional<SolutionVersionStatus> of(String arn) {
    return versions.stream().filter(version -> arn.equals(version.arn())).findFirst();
  }

  /** Whether a training of a mode has nothing to build on, and nothing to wait for. */
  boolean rulesOut(TrainingMode mode) {
    return mode == TrainingMode.UPDATE && !hasFullVersion() && underWay().isEmpty();
  }

  /** The ticks of a schedule for which a training was started, repetitions included. */
  Stream<Instant> ticksOf(String schedule) {
    return versions.stream()
        .flatMap(version -> Stream.ofNullable(version.name()))
        .map(VersionName::new)
        .filter(name -> name.schedule().filter(schedule::equals).isPresent())
        .flatMap(name -> name.tick().stream());
  }

  /** Whether there is an ACTIVE one that was trained on all data: an UPDATE needs one. */
  boolean hasFullVersion() {
    return versions.stream().anyMatch(version -> isActive(version) && !isUpdate(version));
  }

  /** The newest training that has worked or is under way. */
  Optional<SolutionVersionStatus> newestOfUse() {
    return versions.reversed().stream()
        .filter(version -> isActive(version) || isUnderWay(version))
        .findFirst();
  }

  /** Whether a training that was started since then makes one of a mode needless. */
  boolean covers(TrainingMode mode, Instant since) {
    return versions.stream()
        .filter(version -> isActive(version) || isUnderWay(version))
        .filter(version -> !version.created().isBefore(since))
        .anyMatch(version -> mode == TrainingMode.UPDATE || !isUpdate(version));
  }

  /** UPDATE trainings build on such a one. */
  private static boolean isFull(SolutionVersionStatus version) {
    return isActive(version) && version.trainingMode() != null && !isUpdate(version);
  }

  private static boolean isUpdate(SolutionVersionStatus version) {
    return TrainingMode.UPDATE.name().equals(version.trainingMode());
  }

  /** What the status keeps: the newest, and whichever older ones still count. */
  List<SolutionVersionStatus> kept(@Nullable String promoted) {
    int first = Math.max(0, versions.size() - MOST);
    SolutionVersionStatus full =
        versions.reversed().stream().filter(VersionHistory::isFull).findFirst().orElse(null);
    List<SolutionVersionStatus> kept = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      SolutionVersionStatus version = versions.get(i);
      boolean stillCounts = version == full || Objects.equals(version.arn(), promoted);
      if (i >= first || isUnderWay(version) || stillCounts) {
        kept.add(version);
      }
    }
    return List.copyOf(kept);
  }
}
