package io.personalizeoperator.filter;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.UnreliableAws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;

/** The filters of one dataset group in AWS. An expression with the word BROKEN fails. */
final class RotatingAws extends UnreliableAws {
  static final Duration MAKING = Duration.ofSeconds(40);
  private static final Duration DELETING = Duration.ofSeconds(20);

  /** A filter from its creation until it is gone. */
  static final class Life {
    final String arn;
    final String expression;
    final Instant created;
    final Map<String, String> tags;
    Instant deleted = Instant.MAX;

    Life(String arn, String expression, Instant created, Map<String, String> tags) {
      this.arn = arn;
      this.expression = expression;
      this.created = created;
      this.tags = tags;
    }

    boolean exists(Instant at) {
      boolean isGone = !deleted.equals(Instant.MAX) && !at.isBefore(deleted.plus(DELETING));
      return !created.isAfter(at) && !isGone;
    }

    String status(Instant at) {
      if (!deleted.isAfter(at)) {
        return "DELETE IN_PROGRESS";
      }
      if (created.plus(MAKING).isAfter(at)) {
        return "CREATE IN_PROGRESS";
      }
      return expression.contains("BROKEN") ? "CREATE FAILED" : "ACTIVE";
    }

    private Summary summary(Instant at) {
      String status = status(at);
      Instant updated =
          status.startsWith("DELETE")
              ? deleted
              : status.equals("CREATE IN_PROGRESS") ? created : created.plus(MAKING);
      return new Summary(
          arn, status, created, updated, status.endsWith("FAILED") ? "Wrong." : null);
    }
  }

  private final Map<String, List<Life>> lives = new LinkedHashMap<>();
  int quota = 30;
  int creations;

  RotatingAws(Random random, Instant start) {
    super(random, start, false);
  }

  private Optional<Life> seen(String arn, Instant at) {
    return lives.getOrDefault(arn, List.of()).reversed().stream()
        .filter(life -> life.exists(at))
        .findFirst();
  }

  private Life there(String arn, Instant at) throws AwsCallException {
    return seen(arn, at).orElseThrow(() -> failure(FailureClass.GONE, "ResourceNotFoundException"));
  }

  /** All that exist. */
  List<Life> all() {
    return lives.values().stream().flatMap(List::stream).filter(life -> life.exists(now)).toList();
  }

  Optional<Life> now(String arn) {
    return seen(arn, now);
  }

  void madeByOthers(String name) {
    add(name, "INCLUDE ItemID WHERE Items.YEAR > 1", Map.of());
  }

  void deletedByOthers(String arn) {
    seen(arn, now).filter(life -> life.deleted.isAfter(now)).ifPresent(life -> life.deleted = now);
  }

  private String add(String name, String expression, Map<String, String> tags) {
    String arn = Observation.arn("filter/" + name);
    lives.computeIfAbsent(arn, a -> new ArrayList<>()).add(new Life(arn, expression, now, tags));
    // A year of lives that are over would make every look slow.
    lives
        .values()
        .forEach(
            all -> all.removeIf(life -> !life.exists(now) && !life.exists(now.minusSeconds(90))));
    lives.values().removeIf(List::isEmpty);
    return arn;
  }

  List<Described<String>> list() throws AwsCallException {
    mayThrottle();
    Instant at = answerOf();
    return lives.values().stream()
        .flatMap(List::stream)
        .filter(life -> life.exists(at))
        .map(life -> new Described<String>(life.summary(at), null))
        .toList();
  }

  Described<String> describe(String arn) throws AwsCallException {
    mayThrottle();
    Instant at = answerOf();
    Life life = there(arn, at);
    return new Described<>(life.summary(at), life.expression);
  }

  String create(CreateFilterRequest request, Map<String, String> tags) throws AwsCallException {
    mayThrottle();
    if (seen(Observation.arn("filter/" + request.name()), now).isPresent()) {
      throw failure(FailureClass.EXISTS, "ResourceAlreadyExistsException");
    }
    if (all().size() >= quota) {
      throw failure(FailureClass.WAIT_FOR_CHANGE, "LimitExceededException");
    }
    creations++;
    String arn = add(request.name(), request.filterExpression(), tags);
    mayLoseTheReply();
    return arn;
  }

  void delete(String arn) throws AwsCallException {
    mayThrottle();
    Life life = there(arn, now);
    if (life.tags.isEmpty()) {
      throw new AssertionError("Deletes what is not ours: " + Arn.idOf(arn));
    }
    if (life.status(now).endsWith("IN_PROGRESS")) {
      throw failure(FailureClass.WAIT_FOR_CHANGE, "ResourceInUseException");
    }
    life.deleted = now;
    mayLoseTheReply();
  }

  Map<String, String> tags(String arn) throws AwsCallException {
    mayThrottle();
    return there(arn, now).tags;
  }
}
