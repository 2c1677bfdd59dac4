package io.personalizeoperator.filter;

import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterSpec;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** One filter and its passes, step by step on a virtual clock. */
final class RotationStory {
  static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  static final String BY_DATE =
      "INCLUDE ItemID WHERE Items.CREATION_TIMESTAMP > ${unixSeconds(now - days(30))}";

  final Random random;
  final RotatingAws aws;
  final RotatingOperator operator;
  private Optional<Instant> wakeAt = Optional.of(START);

  RotationStory(long seed, String spec) {
    random = new Random(seed);
    aws = new RotatingAws(random, START);
    operator = new RotatingOperator(new FilterDecider(), aws, filter("recent", spec));
  }

  static RotationStory daily(long seed) {
    return new RotationStory(
        seed,
        """
        expression: "%s"
          rotation: {cron: "5 0 * * *", gracePeriod: 10m}
        """
            .formatted(BY_DATE));
  }

  static Filter filter(String name, String spec) {
    return Manifests.read(
        Filter.class,
        """
        metadata: {name: %s, namespace: default, uid: uid-of-%s, generation: 1, creationTimestamp: "2026-11-24T12:00:00Z"}
        spec:
          datasetGroupArn: arn:aws:personalize:eu-west-1:123456789012:dataset-group/movies
          deletionPolicy: Delete
          adoptionPolicy: Never
          publish: {configMap: {name: arns, key: %s}}
          %s
        """
            .formatted(name, name, name, spec));
  }

  /** Another expression in the manifest. */
  void edit(String expression) {
    FilterSpec old = operator.filter.getSpec();
    operator.filter.setSpec(
        new FilterSpec(
            old.name(),
            old.tags(),
            old.deletionPolicy(),
            old.adoptionPolicy(),
            old.suspend(),
            old.publish(),
            old.datasetGroupRef(),
            old.datasetGroupArn(),
            expression,
            old.parameters(),
            old.rotation()));
    wakeAt = Optional.of(aws.now);
    operator.filter.getMetadata().setGeneration(operator.filter.getMetadata().getGeneration() + 1);
  }

  void step(Duration by) {
    step(by, false);
  }

  void step(Duration by, boolean crashes) {
    aws.now = aws.now.plus(by);
    operator.sweep();
    wakeAt = operator.pass(crashes);
  }

  /** A step while anything may go wrong. */
  void faultyStep() {
    aws.now = aws.now.plus(Duration.ofMillis(200 + random.nextInt(60_000)));
    if (random.nextInt(3) > 0) {
      operator.sweep();
    }
    operator.pass(random.nextInt(6) == 0);
    if (random.nextInt(20) == 0) {
      operator.crash();
    }
  }

  /** Passes for so long: every ten seconds while AWS is at work, else when one is due. */
  void run(Duration time) {
    Instant end = aws.now.plus(time);
    while (aws.now.isBefore(end) && !operator.finished) {
      aws.now = nextPass(end);
      operator.sweep();
      wakeAt = operator.pass(false);
    }
  }

  private Instant nextPass(Instant end) {
    Instant soon = aws.now.plusSeconds(10);
    boolean isQuiet = aws.all().stream().noneMatch(l -> l.status(aws.now).endsWith("PROGRESS"));
    Instant due = isQuiet ? wakeAt.orElse(end) : soon;
    return due.isBefore(soon) ? soon : due.isAfter(end) ? end : due;
  }

  void runUntil(String time) {
    run(Duration.between(aws.now, Instant.parse(time)));
  }

  /** The ARN that applications read is of a filter that is ACTIVE. */
  boolean isPublishedActive() {
    return operator.published != null
        && aws.now(operator.published)
            .filter(life -> life.status(aws.now).equals("ACTIVE"))
            .isPresent();
  }

  /** Names of our filters that exist, and have not failed. */
  List<String> ours() {
    return aws.all().stream()
        .filter(life -> !life.tags.isEmpty())
        .filter(life -> !life.status(aws.now).equals("CREATE FAILED"))
        .map(life -> life.arn.substring(life.arn.indexOf('/') + 1))
        .collect(Collectors.toList());
  }

  boolean isTrue(String condition) {
    return Conditions.isTrue(operator.filter.lifecycle().conditions(), condition);
  }

  String message(String condition) {
    return Conditions.find(operator.filter.lifecycle().conditions(), condition)
        .orElseThrow()
        .message();
  }

  String reason(String condition) {
    return Conditions.find(operator.filter.lifecycle().conditions(), condition)
        .orElseThrow()
        .reason();
  }

  static String arn(String name) {
    return Observation.arn("filter/" + name);
  }
}
