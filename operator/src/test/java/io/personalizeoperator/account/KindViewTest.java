package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The view reads its own writes, though AWS's answers lag by up to two minutes. */
class KindViewTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final String ARN = "arn:aws:personalize:eu-west-1:123456789012:filter/a";
  private static final Wakeable NOBODY = () -> {};

  private final ManualClock clock = new ManualClock(START);
  private final OpenView<String> sweep = new OpenView<>(new ScriptedKind(clock), clock);
  private final KindView<String> view = sweep.view();

  private static Described<String> item(String arn, String status, Instant updated) {
    return new Described<>(new Summary(arn, status, START, updated, null), null);
  }

  private static Described<String> described(String status, Instant updated, String details) {
    return new Described<>(new Summary(ARN, status, START, updated, null), details);
  }

  private Snapshot<String> look() {
    return view.watch("filter/a", NOBODY);
  }

  private RemoteResource<String> live() {
    return look().newest().orElseThrow();
  }

  private void afterSeconds(long seconds) {
    clock.set(START.plusSeconds(seconds));
  }

  @Test
  void nothingIsKnownBeforeTheFirstList() {
    assertThat(look().synced()).isFalse();
    assertThat(look().since()).isNull();

    sweep.listed(List.of());
    assertThat(look().synced()).isTrue();
    assertThat(look().since()).isEqualTo(START);

    afterSeconds(60);
    sweep.listed(List.of());
    assertThat(look().since()).isEqualTo(START);
  }

  @Test
  void aFailedListIsNoEmptyList() {
    AwsFailure down = new AwsFailure(FailureClass.RETRY_SOON, "HTTP 503", "Later.");
    sweep.failed(down);
    assertThat(look().synced()).isFalse();
    assertThat(look().failure()).contains(down);

    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    assertThat(look().failure()).isEmpty();
    sweep.failed(down);
    assertThat(look().synced()).isTrue();
    assertThat(look().failure()).contains(down);
    assertThat(live().status()).isEqualTo("ACTIVE");
  }

  @Test
  void listsThatFailForMoreThanTwoMinutesAreToldOnceAndSoIsTheirEnd() {
    AwsFailure down = new AwsFailure(FailureClass.RETRY_SOON, "HTTP 503", "Later.");
    AtomicInteger woken = new AtomicInteger();
    view.watch("filter/a", woken::incrementAndGet);
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    woken.set(0);

    afterSeconds(60);
    sweep.failed(down);
    assertThat(woken).hasValue(0);
    assertThat(look().isStale(clock.instant())).isFalse();

    afterSeconds(121);
    sweep.failed(down);
    sweep.failed(down);
    assertThat(woken).hasValue(1);
    assertThat(look().isStale(clock.instant())).isTrue();
    assertThat(look().asOf()).isEqualTo(START);

    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    assertThat(woken).hasValue(2);
    assertThat(look().isStale(clock.instant())).isFalse();
  }

  @Test
  void whatWasJustCreatedIsSeenThoughTheListLacksIt() {
    sweep.listed(List.of());
    view.created(ARN, "details", "uid", Map.of("k", "v"));

    assertThat(sweep.listed(List.of())).isEmpty();
    assertThat(live().status()).isEqualTo("CREATE PENDING");
    assertThat(live().details()).isEqualTo("details");
    assertThat(live().tags()).isEqualTo(Map.of("k", "v"));
    assertThat(live().tagsRead()).isEqualTo(START);
    assertThat(live().madeBy()).isEqualTo("uid");
  }

  @Test
  void whatWasCreatedLongerAgoThanTheLagIsMissingWhenTheListLacksIt() {
    sweep.listed(List.of());
    view.created(ARN, "details", "uid", Map.of());

    afterSeconds(119);
    assertThat(sweep.listed(List.of())).isEmpty();
    afterSeconds(120);
    assertThat(sweep.listed(List.of())).containsExactly(ARN);
    assertThat(look().live()).as("missing from a list is not gone").hasSize(1);
  }

  @Test
  void aCreationsDetailsHoldUntilAwsHasMadeIt() {
    view.created(ARN, "details", "uid", Map.of());

    sweep.listed(List.of(item(ARN, "CREATE IN_PROGRESS", START.plusSeconds(1))));
    assertThat(live().details()).isEqualTo("details");
    sweep.listed(List.of(item(ARN, "ACTIVE", START.plusSeconds(9))));
    assertThat(live().details()).isEqualTo("details");
    sweep.listed(List.of(item(ARN, "ACTIVE", START.plusSeconds(99))));
    assertThat(live().details()).as("changed by somebody").isNull();
  }

  @Test
  void aNotFoundWithinTheLagOfACreationIsNoAbsence() {
    sweep.listed(List.of());
    view.created(ARN, "details", "uid", Map.of());

    sweep.notFound(ARN);
    assertThat(look().live()).hasSize(1);
    assertThat(look().confirmedAbsent()).isFalse();

    afterSeconds(121);
    sweep.notFound(ARN);
    assertThat(look().live()).isEmpty();
    assertThat(look().confirmedAbsent()).isTrue();
  }

  @Test
  void aNotFoundWithinTheLagOfACreationByAnEarlierProcessIsNoAbsence() {
    sweep.listed(List.of(item(ARN, "CREATE IN_PROGRESS", START)));

    afterSeconds(119);
    sweep.notFound(ARN);
    assertThat(look().live()).as("one answer is older than the other").hasSize(1);
    assertThat(look().confirmedAbsent()).isFalse();

    afterSeconds(120);
    sweep.notFound(ARN);
    assertThat(look().confirmedAbsent()).isTrue();
  }

  @Test
  void absenceIsProvenOnlyByDescribeAndOnlyAfterTheLagSinceTheFirstList() {
    sweep.notFound(ARN);
    assertThat(look().confirmedAbsent()).as("nothing is known yet").isFalse();

    sweep.listed(List.of());
    assertThat(look().confirmedAbsent()).as("absent from a list").isFalse();
    afterSeconds(120);
    sweep.notFound(ARN);
    assertThat(look().confirmedAbsent())
        .as("an earlier process may have made it just before")
        .isFalse();

    afterSeconds(121);
    sweep.notFound(ARN);
    assertThat(look().confirmedAbsent()).isTrue();
  }

  @Test
  void absenceIsOverOnceTheResourceIsSeenAgainOrInDoubt() {
    sweep.listed(List.of());
    afterSeconds(200);
    sweep.notFound(ARN);
    view.doubtAbsence("filter/a");
    assertThat(look().confirmedAbsent()).isFalse();

    sweep.notFound(ARN);
    assertThat(look().confirmedAbsent()).isTrue();
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    assertThat(look().confirmedAbsent()).isFalse();
    assertThat(look().live()).hasSize(1);
  }

  @Test
  void anAnswerFromBeforeAnUpdateIsIgnoredWithinTheLag() {
    sweep.described(described("ACTIVE", START, "old"));
    view.updated(ARN, "new");
    assertThat(live().details()).isEqualTo("new");

    afterSeconds(60);
    sweep.described(described("ACTIVE", START, "old"));
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    assertThat(live().details()).isEqualTo("new");

    afterSeconds(120);
    sweep.described(described("ACTIVE", START, "old"));
    assertThat(live().details()).as("AWS did not take the update").isEqualTo("old");
  }

  @Test
  void anAnswerThatShowsTheUpdateIsTakenAtOnce() {
    sweep.described(described("ACTIVE", START, "old"));
    view.updated(ARN, "new");

    afterSeconds(1);
    sweep.described(described("ACTIVE", START.plusSeconds(1), "as AWS has it"));
    assertThat(live().details()).isEqualTo("as AWS has it");
  }

  @Test
  void aDeletionShowsAtOnceAndAStaleListDoesNotBringItBack() {
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    view.deleted(ARN);
    assertThat(live().isBeingDeleted()).isTrue();

    afterSeconds(1);
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    assertThat(live().isBeingDeleted()).isTrue();

    sweep.notFound(ARN);
    assertThat(look().confirmedAbsent()).as("our own deletion is proof enough").isTrue();
  }

  @Test
  void aStateThatWasWrittenShowsAtOnce() {
    sweep.listed(List.of(item(ARN, "CREATE IN_PROGRESS", START)));
    view.moved(ARN, "CREATE STOPPING");
    sweep.listed(List.of(item(ARN, "CREATE IN_PROGRESS", START)));

    assertThat(live().status()).isEqualTo("CREATE STOPPING");
  }

  @Test
  void writesOfUnknownResourcesAreNoResources() {
    view.updated(ARN, "new");
    view.deleted(ARN);
    view.tagged(ARN, Map.of("k", "v"));

    assertThat(look().live()).isEmpty();
  }

  @Test
  void tagsAreRememberedWithTheTimeOfReading() {
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    assertThat(live().tags()).isNull();

    afterSeconds(5);
    view.tagged(ARN, Map.of("k", "v"));
    assertThat(live().tags()).isEqualTo(Map.of("k", "v"));
    assertThat(live().tagsRead()).isEqualTo(START.plusSeconds(5));
  }
}
