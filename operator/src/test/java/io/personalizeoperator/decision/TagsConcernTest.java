package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tags of a resource that is ours: compared on spec changes and every six hours. */
class TagsConcernTest {
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private final PlainKind kind = new PlainKind();

  private static Map<String, String> ours(String... more) {
    Map<String, String> all = new HashMap<>(Recent.OURS);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private Decided decide(Recent recent, Remote<String> remote) {
    return Recent.decide(kind, recent.observation().seeing(remote));
  }

  @Test
  void missingAndChangedTagsAreSetAndOthersLeftAlone() {
    Recent recent = Recent.settled();
    recent.tags = Map.of("team", "films", "stage", "test");

    Action.Tag tag =
        decide(recent, Recent.remote().tagged(ours("team", "music", "cost-centre", "7")))
            .action(Action.Tag.class);

    assertThat(tag.set()).isEqualTo(new TreeMap<>(Map.of("team", "films", "stage", "test")));
    assertThat(tag.notice().message()).contains("stage, team");
  }

  @Test
  void tagsThatTheManifestNoLongerHasAreRemovedAndThoseOfOthersKept() {
    Recent recent = Recent.settled();
    recent.tags = Map.of("stage", "test");
    recent.tagKeys = List.of("stage", "team");

    Decided outcome =
        decide(
            recent,
            Recent.remote().tagged(ours("team", "films", "stage", "test", "cost-centre", "7")));

    assertThat(outcome.action(Action.Untag.class).keys()).containsExactly("team");
    assertThat(outcome.status().tagKeys()).containsExactly("stage", "team");
  }

  @Test
  void theKeysAreReportedOnceTheTagsAreRight() {
    Recent recent = Recent.settled();
    recent.tags = Map.of("team", "films", "stage", "test");

    Decided outcome =
        decide(recent, Recent.remote().tagged(ours("team", "films", "stage", "test")));
    outcome.doesNothing();
    assertThat(outcome.status().tagKeys()).containsExactly("stage", "team");

    recent.tags = null;
    recent.tagKeys = List.of("team");
    Decided removed = decide(recent, Recent.remote());
    removed.doesNothing();
    assertThat(removed.status().tagKeys()).isNull();
  }

  @Test
  void aNewSpecIsNoDrift() {
    Recent recent = Recent.settled();
    recent.generation = 2;
    recent.tags = Map.of("team", "films");

    assertThat(decide(recent, Recent.remote()).action(Action.Tag.class).notice().reason())
        .isEqualTo("Updated");
    recent.generation = 1;
    assertThat(decide(recent, Recent.remote()).action(Action.Tag.class).notice().reason())
        .isEqualTo("DriftCorrected");
  }

  @Test
  void tagsAreReadAgainSixHoursAfterTheLastLookAndNotBefore() {
    Instant read = Observation.NOW.minus(SIX_HOURS);

    Decided early = decide(Recent.settled(), Recent.remote().tagged(ours(), read.plusSeconds(1)));
    early.doesNothing();
    assertThat(early.wakeAt()).isEqualTo(Observation.NOW.plusSeconds(1));

    decide(Recent.settled(), Recent.remote().tagged(ours(), read)).action(Action.ReadTags.class);
  }

  @Test
  void afterAStartTheFirstLookIsSpreadOverSixHours() {
    Remote<String> unread = Remote.active(Recent.ARN);
    Recent recent = Recent.settled();

    Decided atStart =
        Recent.decide(kind, recent.observation().seeing(unread).knownSince(Observation.NOW));
    atStart.doesNothing();
    Instant due = atStart.wakeAt();
    assertThat(due).isBetween(Observation.NOW, Observation.NOW.plus(SIX_HOURS));

    Recent.decide(kind, recent.observation().seeing(unread).knownSince(Observation.NOW).at(due))
        .action(Action.ReadTags.class);
  }

  @Test
  void aThousandResourcesAreSpreadEvenlyThoughTheirNamesAreAlike() {
    Map<Long, Long> inEachHour =
        IntStream.range(0, 1000)
            .mapToObj(i -> Observation.arn("filter/f%03d".formatted(i)))
            .map(this::firstLookAfterAStart)
            .collect(
                Collectors.groupingBy(
                    at -> Duration.between(Observation.NOW, at).toHours(), Collectors.counting()));

    assertThat(inEachHour).hasSize(6);
    assertThat(inEachHour.values()).allMatch(count -> count > 110 && count < 230);
  }

  private Instant firstLookAfterAStart(String arn) {
    Recent recent = Recent.settled();
    recent.arn = arn;
    return Recent.decide(
            kind,
            recent.observation().seeing(Remote.<String>active(arn)).knownSince(Observation.NOW))
        .decision()
        .wakeAt()
        .orElse(Observation.NOW);
  }

  @Test
  void tagsThatWereNeverReadAreReadForANewSpec() {
    Recent recent = Recent.settled();
    recent.generation = 2;

    Recent.decide(
            kind,
            recent
                .observation()
                .seeing(Remote.<String>active(Recent.ARN))
                .knownSince(Observation.NOW))
        .action(Action.ReadTags.class);
  }

  @Test
  void aKindWithoutTagsIsNeverAskedForThem() {
    kind.traits.add(Trait.UNTAGGABLE);
    Recent recent = Recent.settled();
    recent.generation = 2;

    Decided outcome = decide(recent, Remote.<String>active(Recent.ARN).details("d"));

    outcome.doesNothing();
    assertThat(outcome.decision().wakeAt()).isEmpty();
  }
}
