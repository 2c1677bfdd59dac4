package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.Wakeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity of a resource is its ARN and AWS's creation time. */
class KindViewIdentityTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant FIRST = START.minus(Duration.ofDays(3));
  private static final Instant SECOND = START.minus(Duration.ofSeconds(30));
  private static final String ARN = ScriptedKind.arn("a");
  private static final Wakeable NOBODY = () -> {};

  private final ManualClock clock = new ManualClock(START);
  private final OpenView<String> sweep = new OpenView<>(new ScriptedKind(clock), clock);
  private final KindView<String> view = sweep.view();

  private static Described<String> of(Instant created, String status, String details) {
    return new Described<>(new Summary(ARN, status, created, created, null), details);
  }

  private static Described<String> active(Instant created) {
    return of(created, "ACTIVE", null);
  }

  private RemoteResource<String> live() {
    return view.watch("filter/a", NOBODY).newest().orElseThrow();
  }

  private void afterSeconds(long seconds) {
    clock.set(START.plusSeconds(seconds));
  }

  /** Known with all that can be known of it. */
  @BeforeEach
  void watch() {
    view.watch("filter/a", NOBODY);
    sweep.listed(List.of());
  }

  private void known() {
    sweep.described(of(FIRST, "ACTIVE", "details"));
    view.tagged(ARN, Map.of("owner", "us"));
  }

  private void assertNothingIsKnownBut(Instant created) {
    assertThat(live().createdInAws()).contains(created);
    assertThat(live().tags()).isNull();
    assertThat(live().tagsRead()).isNull();
    assertThat(live().madeBy()).isNull();
    assertThat(live().details()).isNull();
  }

  @Test
  void whatWasMadeBetweenTwoSweepsIsAnotherResource() {
    known();
    sweep.listed(List.of(active(SECOND)));

    assertNothingIsKnownBut(SECOND);
  }

  @Test
  void aListThatIsQuickerThanTheReplyToTheCreationShowsTheSameResource() {
    Instant made = START.plusSeconds(1);
    afterSeconds(2);
    sweep.listed(List.of(of(made, "CREATE PENDING", null)));
    view.created(ARN, "sent", "uid", Map.of("owner", "us"));
    afterSeconds(10);
    sweep.listed(List.of(of(made, "ACTIVE", null)));

    assertThat(live().status()).isEqualTo("ACTIVE");
    assertThat(live().createdInAws()).contains(made);
    assertThat(live().tags()).containsEntry("owner", "us");
    assertThat(live().madeBy()).isEqualTo("uid");
    assertThat(live().details()).isEqualTo("sent");
  }

  @Test
  void describeShowsAnotherResourceToo() {
    known();
    sweep.described(of(SECOND, "ACTIVE", "its details"));

    assertThat(live().details()).isEqualTo("its details");
    assertThat(live().tags()).isNull();
  }

  @Test
  void whatDiffersByARoundedTimeOnlyIsTheSameResource() {
    known();
    sweep.listed(List.of(active(FIRST.plusMillis(377))));

    assertThat(live().tags()).containsEntry("owner", "us");
  }

  @Test
  void theCreationTimeOfWhatThisProcessMadeIsKnownOnceAwsShowsIt() {
    view.created(ARN, "sent", "uid", Map.of("owner", "us"));
    assertThat(live().createdInAws()).isEmpty();
    assertThat(live().summary().created()).isEqualTo(START);

    Instant byAwsClock = START.minusSeconds(47);
    sweep.listed(List.of(of(byAwsClock, "CREATE IN_PROGRESS", null)));

    assertThat(live().createdInAws()).contains(byAwsClock);
    assertThat(live().madeBy()).isEqualTo("uid");
    assertThat(live().tags()).containsEntry("owner", "us");
    assertThat(live().details()).isEqualTo("sent");
  }

  @Test
  void theFirstAnswerWakesThoughItShowsWhatWasGuessed() {
    int[] woken = {0};
    view.watch("filter/a", () -> woken[0]++);
    view.created(ARN, "sent", "uid", Map.of());
    woken[0] = 0;

    sweep.listed(List.of(of(START, "CREATE PENDING", null)));
    assertThat(woken[0]).isEqualTo(1);
  }

  @Test
  void whatThisProcessMadeIsForgottenWhenAnotherTakesItsPlace() {
    view.created(ARN, "sent", "uid", Map.of("owner", "us"));
    sweep.listed(List.of(of(START.plusMillis(40), "CREATE IN_PROGRESS", null)));

    afterSeconds(60);
    Instant another = START.plusSeconds(50);
    sweep.listed(List.of(of(another, "CREATE IN_PROGRESS", null)));

    assertNothingIsKnownBut(another);
  }

  @Test
  void aWriteOfTheOldResourceHidesNothingOfTheNewOne() {
    known();
    view.updated(ARN, "sent");
    Described<String> another =
        new Described<>(new Summary(ARN, "ACTIVE", SECOND, FIRST, null), null);
    sweep.listed(List.of(another));

    assertNothingIsKnownBut(SECOND);
  }

  @Test
  void anAnswerThatLagsDoesNotBringTheOldResourceBack() {
    known();
    sweep.described(of(SECOND, "ACTIVE", "its details"));
    view.tagged(ARN, Map.of("owner", "another"));

    afterSeconds(119);
    sweep.listed(List.of(active(FIRST)));
    assertThat(live().createdInAws()).contains(SECOND);
    assertThat(live().tags()).containsEntry("owner", "another");

    afterSeconds(120);
    sweep.listed(List.of(active(FIRST)));
    assertNothingIsKnownBut(FIRST);
  }

  @Test
  void anAnswerThatLagsIsNotTakenForWhatWasJustMadeInItsPlace() {
    known();
    sweep.notFound(ARN);
    assertThat(view.watch("filter/a", NOBODY).confirmedAbsent()).isTrue();
    view.created(ARN, "sent", "uid", Map.of());

    sweep.listed(List.of(of(FIRST, "DELETE IN_PROGRESS", null)));
    assertThat(live().status()).isEqualTo("CREATE PENDING");
    assertThat(live().createdInAws()).isEmpty();

    afterSeconds(5);
    sweep.listed(List.of(of(START.plusSeconds(1), "ACTIVE", null)));
    assertThat(live().createdInAws()).contains(START.plusSeconds(1));
    assertThat(live().madeBy()).isEqualTo("uid");
  }

  @Test
  void whatAwsStillShowsAfterTheLagIsNotWhatThisProcessMade() {
    known();
    sweep.notFound(ARN);
    view.created(ARN, "sent", "uid", Map.of());

    afterSeconds(120);
    sweep.listed(List.of(active(FIRST)));
    assertNothingIsKnownBut(FIRST);
  }

  @Test
  void whatReappearsAfterOurDeletionIsAnotherResource() {
    known();
    view.deleted(ARN);
    sweep.listed(List.of(active(SECOND)));
    assertNothingIsKnownBut(SECOND);
  }

  @Test
  void whatReappearsAfterAConfirmedAbsenceIsAnotherResource() {
    known();
    sweep.notFound(ARN);

    sweep.listed(List.of(active(FIRST)));
    assertNothingIsKnownBut(FIRST);
  }
}
