package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.testing.UnreliableAws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One name in AWS as a state machine on a virtual clock. While faults are on, answers are up to 90
 * seconds old, calls are throttled, and replies get lost after the effect.
 */
final class FaultyAws extends UnreliableAws {
  private static final Duration MAKING = Duration.ofSeconds(40);
  private static final Duration DELETING = Duration.ofSeconds(20);

  /** A resource from its creation until it is gone. */
  private static final class Life {
    final Instant created;
    Instant deleted = Instant.MAX;
    Map<String, String> tags;

    Life(Instant created, Map<String, String> tags) {
      this.created = created;
      this.tags = tags;
    }

    boolean exists(Instant at) {
      return !created.isAfter(at) && at.isBefore(gone());
    }

    Instant gone() {
      return deleted.equals(Instant.MAX) ? Instant.MAX : deleted.plus(DELETING);
    }

    Described<String> at(Instant at) {
      Instant active = created.plus(MAKING);
      boolean leaving = !deleted.isAfter(at);
      String status =
          leaving ? "DELETE IN_PROGRESS" : active.isAfter(at) ? "CREATE IN_PROGRESS" : "ACTIVE";
      Instant updated = leaving ? deleted : active.isAfter(at) ? created : active;
      return new Described<>(new Summary(Recent.ARN, status, created, updated, null), null);
    }
  }

  private final List<Life> lives = new ArrayList<>();
  int effectiveCreations;
  int deletionsByOthers;
  int mutations;

  FaultyAws(Random random, Instant start) {
    super(random, start, true);
  }

  private Optional<Life> seen(Instant at) {
    return lives.reversed().stream().filter(life -> life.exists(at)).findFirst();
  }

  /** Whether there is one that is not on its way out. */
  Optional<Map<String, String>> tagsOfWhatStays() {
    return seen(now).filter(life -> life.deleted.isAfter(now)).map(life -> life.tags);
  }

  /** A colleague makes one of the name. */
  void madeByOthers(Map<String, String> tags) {
    lives.add(new Life(now, tags));
  }

  /** A colleague deletes what is there. */
  void deletedByOthers() {
    seen(now)
        .filter(life -> life.deleted.isAfter(now))
        .ifPresent(
            life -> {
              life.deleted = now;
              deletionsByOthers++;
            });
  }

  List<Described<String>> list() throws AwsCallException {
    mayThrottle();
    Instant at = answerOf();
    return seen(at).map(life -> life.at(at)).stream().toList();
  }

  Described<String> describe() throws AwsCallException {
    mayThrottle();
    Instant at = answerOf();
    return seen(at)
        .map(life -> life.at(at))
        .orElseThrow(() -> failure(FailureClass.GONE, "ResourceNotFoundException"));
  }

  void create(Map<String, String> tags) throws AwsCallException {
    mutations++;
    mayThrottle();
    if (seen(now).isPresent()) {
      throw failure(FailureClass.EXISTS, "ResourceAlreadyExistsException");
    }
    lives.add(new Life(now, tags));
    effectiveCreations++;
    mayLoseTheReply();
  }

  void delete() throws AwsCallException {
    mutations++;
    mayThrottle();
    Life life =
        seen(now).orElseThrow(() -> failure(FailureClass.GONE, "ResourceNotFoundException"));
    if (Recent.OWNER.ownerOf(life.tags) != OwnerTags.Owner.OURS) {
      throw new AssertionError("Deletes what is tagged " + life.tags);
    }
    if (now.isBefore(life.created.plus(MAKING)) || !life.deleted.isAfter(now)) {
      throw failure(FailureClass.WAIT_FOR_CHANGE, "ResourceInUseException");
    }
    life.deleted = now;
    mayLoseTheReply();
  }

  Map<String, String> tags() throws AwsCallException {
    mayThrottle();
    return seen(now)
        .map(life -> life.tags)
        .orElseThrow(() -> failure(FailureClass.GONE, "ResourceNotFoundException"));
  }

  void tag(Map<String, String> tags) throws AwsCallException {
    mutations++;
    mayThrottle();
    Life life =
        seen(now).orElseThrow(() -> failure(FailureClass.GONE, "ResourceNotFoundException"));
    if (Recent.OWNER.ownerOf(life.tags) == OwnerTags.Owner.ANOTHER) {
      throw new AssertionError("Tags what is tagged " + life.tags);
    }
    life.tags = tags;
    mayLoseTheReply();
  }
}
