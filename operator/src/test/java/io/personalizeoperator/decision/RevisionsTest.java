package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One custom resource and several AWS resources: each has its life, and one is spoken of. */
class RevisionsTest {
  private static final Instant MADE = Observation.STARTED;
  private final RotatingKind kind = new RotatingKind();
  private final Map<String, RemoteResource<String>> aws = new HashMap<>();
  private final Recent recent = Recent.settled();
  private Attempts attempts = Attempts.NONE;

  private static String arn(String name) {
    return Observation.arn("filter/" + name);
  }

  private static RevisionRecord recorded(String name) {
    return new RevisionRecord(arn(name), MADE, "ACTIVE", MADE, Ownership.Created, null);
  }

  private static Remote<String> ours(String name) {
    return Remote.<String>active(arn(name)).created(MADE).tagged(Recent.OURS);
  }

  @BeforeEach
  void oneServes() {
    kind.with(Role.SERVING, "recent", recorded("recent"));
    aws.put("filter/recent", ours("recent").live());
  }

  private Decided decide() {
    List<Revision<String>> revisions = new ArrayList<>();
    for (RevisionPlan plan : kind.plans) {
      Optional<RemoteResource<String>> live =
          Optional.ofNullable(aws.get(plan.group().orElseThrow()));
      Snapshot<String> snapshot =
          new Snapshot<>(
              true,
              Observation.STARTED,
              Observation.NOW,
              Optional.empty(),
              live.stream().toList(),
              live.isEmpty());
      revisions.add(new Revision<>(plan, snapshot, live));
    }
    Filter filter = recent.resource();
    return new Decided(
        new LifecycleDecider<>(kind)
            .decide(Observation.<Filter, String>of(filter).after(attempts).observed(revisions)));
  }

  @Test
  void theNextIsMadeWhileTheServingOneIsReadyAndSpokenOf() {
    kind.with(Role.NEXT, "newer", RevisionRecord.NONE);

    Decided decided = decide();

    assertThat(decided.action(Action.Create.class).revision().role()).isEqualTo(Role.NEXT);
    assertThat(decided.isReady()).isTrue();
    assertThat(decided.isReconciling()).isFalse();
    assertThat(decided.status().arn()).isEqualTo(arn("recent"));
  }

  @Test
  void theNextThatFailsCostsTheServingOneNothing() {
    recent.tags = Map.of("team", "search");
    kind.with(Role.NEXT, "newer", RevisionRecord.NONE);
    Action create = decide().action(Action.Create.class);
    attempts =
        attempts.failed(
            create.key(),
            1,
            new AwsFailure(FailureClass.WAIT_FOR_CHANGE, "LimitExceededException", "Full."),
            Observation.NOW,
            false);

    Decided decided = decide();

    assertThat(decided.action(Action.Tag.class).arn()).isEqualTo(arn("recent"));
    assertThat(decided.isReady()).isTrue();
    assertThat(decided.isStalled()).isFalse();
  }

  @Test
  void theNextIsNotPublishedThoughItIsActive() {
    kind.with(Role.NEXT, "newer", recorded("newer"));
    aws.put("filter/newer", ours("newer").live());
    recent.publish = new Publish(new Publish.ConfigMapKey("arns", "recent", null));
    recent.published = new LifecycleStatus.Published("arns", "recent", arn("recent"), null, null);

    decide().doesNothing();
  }

  @Test
  void whatRetiresHasItsTagsReadBeforeItIsDeleted() {
    kind.with(Role.RETIRING, "older", recorded("older"));
    aws.put(
        "filter/older",
        Remote.<String>active(arn("older"))
            .created(MADE)
            .tagged(Recent.OURS, Observation.NOW.minusSeconds(61))
            .live());

    assertThat(decide().action(Action.ReadTags.class).arn()).isEqualTo(arn("older"));
  }

  @Test
  void whatRetiresStaysUntilItsTimeAndIsDeletedThen() {
    kind.with(Role.RETIRING, "older", recorded("older"));
    aws.put("filter/older", ours("older").live());
    kind.staysUntil = Observation.NOW.plusSeconds(600);
    decide().doesNothing();
    assertThat(decide().wakeAt()).isEqualTo(Observation.NOW.plusSeconds(600));

    kind.staysUntil = Observation.NOW;
    assertThat(decide().action(Action.Delete.class).arn()).isEqualTo(arn("older"));
    assertThat(decide().isReady()).isTrue();
  }

  @Test
  void whatRetiresAndIsNotOursIsLeftAlone() {
    kind.with(Role.RETIRING, "older", recorded("older"));
    aws.put(
        "filter/older",
        Remote.<String>active(arn("older")).created(MADE).tagged(Recent.ANOTHERS).live());

    decide().doesNothing();
  }

  @Test
  void whatRetiresAndWasMadeAnewByOthersHasItsTagsReadFirst() {
    kind.with(Role.RETIRING, "older", recorded("older"));
    aws.put(
        "filter/older",
        Remote.<String>active(arn("older")).created(MADE.plusSeconds(3_600)).live());

    assertThat(decide().action(Action.ReadTags.class).arn()).isEqualTo(arn("older"));
  }

  @Test
  void theRemovalOfTheCustomResourceDeletesEveryRevision() {
    kind.with(Role.NEXT, "newer", recorded("newer"));
    kind.with(Role.RETIRING, "older", recorded("older"));
    aws.put("filter/newer", ours("newer").live());
    aws.put("filter/older", ours("older").live());
    recent.beingDeleted();
    List<String> deleted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String arn = decide().action(Action.Delete.class).arn();
      deleted.add(arn);
      aws.remove(arn.substring(arn.lastIndexOf(':') + 1));
    }

    assertThat(deleted).containsExactlyInAnyOrder(arn("recent"), arn("newer"), arn("older"));
    decide().action(Action.RemoveFinalizer.class);
  }

  @Test
  void aResourceOfTheSameArnAndAnotherCreationIsAnotherOne() {
    aws.put(
        "filter/recent",
        Remote.<String>active(arn("recent")).created(MADE.plusSeconds(3_600)).live());
    assertThat(decide().action(Action.ReadTags.class).arn()).isEqualTo(arn("recent"));

    aws.put(
        "filter/recent",
        Remote.<String>active(arn("recent"))
            .created(MADE.plusSeconds(3_600))
            .tagged(Map.of())
            .live());
    decide().isStalledBy("NameTaken");

    recent.beingDeleted();
    assertThat(decide().decision().action().orElseThrow())
        .isInstanceOf(Action.RemoveFinalizer.class);
  }
}
