package io.personalizeoperator.solution;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.personalizeoperator.api.ScheduleStatus;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.TrainingCost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus sees of solutions: when they train, what it costs, and the offline metrics of the
 * versions. Versions have no labels of their own, so that their number does not grow.
 */
final class SolutionMetrics {
  private static final String PREFIX = "personalize_operator_solution_";
  private static final int MOST_METRICS = 20;

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Map<String, Shown> solutions = new ConcurrentHashMap<>();

  SolutionMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** Shows a solution as it was reported. */
  void show(Solution solution, SolutionStatus status) {
    solutions.computeIfAbsent(key(solution), k -> new Shown(solution)).take(status);
  }

  /** Shows it no more. */
  void remove(Solution solution) {
    Shown shown = solutions.remove(key(solution));
    if (shown != null) {
      shown.remove();
    }
  }

  private static String key(Solution solution) {
    return solution.getMetadata().getNamespace() + "/" + solution.getMetadata().getName();
  }

  /** An offline metric of the promoted version or of the newest one. */
  private record Figure(String version, String metric) {}

  /** What is shown of a status; the whole of it would take some kilobytes for each solution. */
  private record Seen(
      @Nullable Instant lastTraining,
      @Nullable Instant nextTraining,
      @Nullable TrainingCost cost,
      int missed,
      Map<Figure, Double> figures) {
    static Seen of(SolutionStatus status) {
      SolutionVersionStatus newest = status.latestVersion();
      Map<Figure, Double> figures = new HashMap<>();
      add(figures, "newest", newest);
      add(figures, "promoted", promoted(status));
      List<ScheduleStatus> schedules = status.schedules() == null ? List.of() : status.schedules();
      return new Seen(
          newest == null ? null : newest.created(),
          status.nextScheduleTime(),
          status.cost(),
          schedules.stream()
              .map(ScheduleStatus::missed)
              .filter(Objects::nonNull)
              .mapToInt(Integer::intValue)
              .sum(),
          figures);
    }

    private static @Nullable SolutionVersionStatus promoted(SolutionStatus status) {
      if (status.promotedVersion() == null || status.history() == null) {
        return null;
      }
      String arn = status.promotedVersion().arn();
      return status.history().stream()
          .filter(version -> arn.equals(version.arn()))
          .findFirst()
          .orElse(null);
    }

    private static void add(
        Map<Figure, Double> figures, String version, @Nullable SolutionVersionStatus of) {
      if (of != null && of.metrics() != null) {
        new TreeMap<>(of.metrics())
            .entrySet().stream()
                .limit(MOST_METRICS)
                .forEach(one -> figures.put(new Figure(version, one.getKey()), one.getValue()));
      }
    }
  }

  /** One solution. */
  private final class Shown {
    private final Tags tags;
    private final List<Meter> meters;
    private final Map<Figure, Meter> figures = new HashMap<>();
    private volatile @Nullable Seen seen;

    Shown(Solution solution) {
      tags =
          Tags.of(
              "namespace",
              solution.getMetadata().getNamespace(),
              "name",
              solution.getMetadata().getName());
      meters =
          List.of(
              gauge(
                  "last_training_timestamp_seconds",
                  "When the newest training was started, in Unix time",
                  tags,
                  shown -> seconds(shown.seen == null ? null : shown.seen.lastTraining)),
              gauge(
                  "next_training_timestamp_seconds",
                  "When the next training by schedule is due, in Unix time",
                  tags,
                  shown -> seconds(shown.seen == null ? null : shown.seen.nextTraining)),
              gauge(
                  "month_training_seconds",
                  "Training time that AWS charges for the versions that ended this month, in UTC",
                  tags,
                  Shown::monthSeconds),
              gauge(
                  "missed_ticks",
                  "Ticks of the present schedules that were missed",
                  tags,
                  shown -> shown.seen == null ? Double.NaN : shown.seen.missed));
    }

    private Gauge gauge(String name, String what, Tags of, ToDoubleFunction<Shown> value) {
      return Gauge.builder(PREFIX + name, this, value)
          .description(what)
          .tags(of)
          .register(registry);
    }

    /** A metric that no version has any more is shown no more. */
    synchronized void take(SolutionStatus status) {
      Seen next = Seen.of(status);
      seen = next;
      figures
          .entrySet()
          .removeIf(
              old -> {
                boolean isGone = !next.figures.containsKey(old.getKey());
                if (isGone) {
                  registry.remove(old.getValue());
                }
                return isGone;
              });
      next.figures.keySet().forEach(one -> figures.computeIfAbsent(one, this::offlineMetric));
    }

    private Meter offlineMetric(Figure figure) {
      return gauge(
          "offline_metric",
          "Offline metric of the promoted version and of the newest one, as AWS gives it",
          tags.and("version", figure.version(), "metric", figure.metric()),
          shown -> shown.figure(figure));
    }

    private double figure(Figure figure) {
      Double value = seen == null ? null : seen.figures.get(figure);
      return value == null ? Double.NaN : value;
    }

    /** A month that has just begun has cost nothing yet, also before the next report. */
    private double monthSeconds() {
      TrainingCost cost = seen == null ? null : seen.cost;
      YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
      return cost == null || !cost.month().equals(now.toString())
          ? 0
          : cost.trainingHours() * Duration.ofHours(1).toSeconds();
    }

    synchronized void remove() {
      meters.forEach(registry::remove);
      figures.values().forEach(registry::remove);
    }

    private static double seconds(@Nullable Instant at) {
      return at == null ? Double.NaN : at.getEpochSecond();
    }
  }
}
