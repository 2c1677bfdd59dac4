package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.TrainingTrigger;
import io.personalizeoperator.api.solution.VersionPromotion;
import io.personalizeoperator.aws.Arn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the records of solution versions. */
final class VersionRecords {
  private VersionRecords() {}

  /** One that this pass has started, or found started. */
  static SolutionVersionStatus requested(
      VersionName name, @Nullable String arn, String status, String mode, Instant now) {
    return new SolutionVersionStatus(
        arn,
        name.text(),
        name.trigger(),
        name.tick().orElse(null),
        status,
        mode,
        "MANUAL",
        now.truncatedTo(ChronoUnit.SECONDS),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** One that AWS shows and that was not known. */
  static SolutionVersionStatus found(RemoteResource<SolutionVersionDetails> version) {
    return updated(
        new SolutionVersionStatus(
            version.arn(),
            null,
            null,
            null,
            version.status(),
            null,
            null,
            version.summary().created(),
            null,
            null,
            null,
            null,
            null,
            null),
        version);
  }

  /** A known one as AWS shows it now. */
  static SolutionVersionStatus updated(
      SolutionVersionStatus before, RemoteResource<SolutionVersionDetails> live) {
    SolutionVersionDetails details = live.details();
    String name = details == null ? before.name() : details.name();
    VersionName parsed = name == null ? null : new VersionName(name);
    return new SolutionVersionStatus(
        live.arn(),
        name,
        parsed == null ? before.trigger() : triggerOf(parsed, details),
        parsed == null ? before.scheduledTime() : parsed.tick().orElse(before.scheduledTime()),
        live.status(),
        details == null ? before.trainingMode() : details.trainingMode(),
        details == null ? before.trainingType() : details.trainingType(),
        live.summary().created(),
        live.isInTransition() ? null : live.summary().lastUpdated(),
        live.failureReason().orElse(null),
        details == null || details.trainingHours() == null
            ? before.trainingHours()
            : details.trainingHours(),
        details == null || details.metrics() == null ? before.metrics() : details.metrics(),
        before.promotion(),
        before.message());
  }

  private static TrainingTrigger triggerOf(
      VersionName name, @Nullable SolutionVersionDetails details) {
    return details != null && "AUTOMATIC".equals(details.trainingType())
        ? TrainingTrigger.Automatic
        : name.trigger();
  }

  /** How people call it: by its name, or by its ID where it has none. */
  static String label(SolutionVersionStatus version) {
    String name = version.name();
    String arn = version.arn();
    return name != null && !name.isEmpty() ? name : arn == null ? "" : Arn.idOf(arn);
  }

  /** Its ID, which the promote annotation takes; its name while it has no ARN. */
  static String id(SolutionVersionStatus version) {
    return version.arn() == null
        ? Objects.requireNonNullElse(version.name(), "")
        : Arn.idOf(version.arn());
  }

  static SolutionVersionStatus withStatus(SolutionVersionStatus version, String status) {
    return new SolutionVersionStatus(
        version.arn(),
        version.name(),
        version.trigger(),
        version.scheduledTime(),
        status,
        version.trainingMode(),
        version.trainingType(),
        version.created(),
        version.ended(),
        version.failureReason(),
        version.trainingHours(),
        version.metrics(),
        version.promotion(),
        version.message());
  }

  static SolutionVersionStatus withPromotion(
      SolutionVersionStatus version, @Nullable VersionPromotion promotion, @Nullable String why) {
    return new SolutionVersionStatus(
        version.arn(),
        version.name(),
        version.trigger(),
        version.scheduledTime(),
        version.status(),
        version.trainingMode(),
        version.trainingType(),
        version.created(),
        version.ended(),
        version.failureReason(),
        version.trainingHours(),
        version.metrics(),
        promotion,
        why);
  }
}
