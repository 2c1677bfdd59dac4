package io.personalizeoperator.solution;

import io.personalizeoperator.api.solution.TrainingTrigger;
import io.personalizeoperator.decision.ContentHash;
import io.personalizeoperator.schedule.DueTick;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of solution versions. A name is a function of why a version is trained, and AWS takes a
 * name only once in a solution (AWS: CreateSolutionVersion): so a lost reply, a crash or a second
 * operator never trains twice for one cause. What a name was made for can be read from it again.
 *
 * @param text the name
 */
record VersionName(String text) {
  private static final String INITIAL = "initial";
  private static final String RETRY = "-retry";
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(?<initial>initial(?:-\\d{1,11})?)|(?<import>import-\\d{14})|(?<request>request-\\p{XDigit}{16})"
              + "|(?<schedule>[a-z0-9][-a-z0-9]*)-(?<tick>\\d{12}))(?:-retry(?<retry>\\d))?");

  /** The first training of a solution. */
  static VersionName initial() {
    return new VersionName(INITIAL);
  }

  /**
   * Another first training after one that failed. It is named after the failure and not after what
   * has come since: that may change while AWS does not show the training yet.
   */
  static VersionName initialAfter(Instant failure) {
    return new VersionName(INITIAL + "-" + failure.getEpochSecond());
  }

  static VersionName of(DueTick tick) {
    return new VersionName(tick.schedule() + "-" + tick.stamp());
  }

  static VersionName afterImport(Instant imported) {
    return new VersionName("import-" + SECOND.format(imported));
  }

  static VersionName ofRequest(String annotation) {
    return new VersionName("request-" + ContentHash.of(annotation));
  }

  /** The next repetition of the same training. */
  VersionName retry() {
    return new VersionName(withoutRetry() + RETRY + (retries() + 1));
  }

  /** How many trainings of the same cause came before it. */
  int retries() {
    return parts().map(m -> m.group("retry")).map(Integer::parseInt).orElse(0);
  }

  private String withoutRetry() {
    int retry = retries();
    return retry == 0 ? text : text.substring(0, text.length() - (RETRY + retry).length());
  }

  /** Whether it is a name that the operator gives. */
  boolean isOurs() {
    return parts().isPresent();
  }

  /** What the version was trained for. */
  TrainingTrigger trigger() {
    if (text.isEmpty()) {
      return TrainingTrigger.Automatic;
    }
    return parts()
        .map(
            m ->
                m.group("retry") != null
                    ? TrainingTrigger.Retry
                    : m.group("initial") != null
                        ? TrainingTrigger.Initial
                        : m.group("import") != null
                            ? TrainingTrigger.Import
                            : m.group("request") != null
                                ? TrainingTrigger.Request
                                : TrainingTrigger.Schedule)
        .orElse(TrainingTrigger.Other);
  }

  /** The schedule whose tick it was trained for, also as a repetition. */
  Optional<String> schedule() {
    return parts().map(m -> m.group("schedule"));
  }

  /** The tick that it was trained for. */
  Optional<Instant> tick() {
    return parts()
        .map(m -> m.group("tick"))
        .map(stamp -> LocalDateTime.parse(stamp, MINUTE).toInstant(ZoneOffset.UTC));
  }

  private Optional<Matcher> parts() {
    return Optional.of(PARTS.matcher(text)).filter(Matcher::matches);
  }
}
