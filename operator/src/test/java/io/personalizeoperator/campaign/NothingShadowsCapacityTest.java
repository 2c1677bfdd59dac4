package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.spike.LearnedLeadTime;
import io.personalizeoperator.spike.SpikeCalendar;
import io.personalizeoperator.spike.SpikeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** Whatever fails for good beside UpdateCampaign itself, a spike has its capacity and loses it. */
class NothingShadowsCapacityTest {
  private static final Instant START = Instant.parse("2027-03-22T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  /** Windows that were to be raised before the campaign was there are late. */
  private static final Duration FIRST_LEADS = Duration.ofMinutes(180);

  private static final AwsFailure DENIED =
      new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "Not allowed");
  private static final AwsFailure INVALID =
      new AwsFailure(FailureClass.NEEDS_USER, "InvalidInputException", "Not for this recipe");

  /** A concern that fails for good. */
  enum Trouble {
    TAG_REFUSED {
      @Override
      void befall(SimulatedCampaign campaign) {
        campaign.failing(Action.Tag.class::isInstance, DENIED);
      }
    },
    TAGS_UNREADABLE {
      @Override
      void befall(SimulatedCampaign campaign) {
        campaign.failing(Action.ReadTags.class::isInstance, DENIED);
      }
    },
    CONFIGURATION_REFUSED {
      @Override
      void befall(SimulatedCampaign campaign) {
        campaign.failing(
            action ->
                action instanceof Action.Update update
                    && ((UpdateCampaignRequest) update.request()).campaignConfig() != null,
            INVALID);
      }
    },
    VERSION_REFUSED {
      @Override
      void befall(SimulatedCampaign campaign) {
        campaign.failing(
            action ->
                action instanceof Action.Update update
                    && SimulatedCampaign.version("v2")
                        .equals(((UpdateCampaignRequest) update.request()).solutionVersionArn()),
            INVALID);
      }
    },
    VERSION_NOT_DEPLOYABLE {
      @Override
      void befall(SimulatedCampaign campaign) {
        campaign.aws.cannotDeploy(Set.of(SimulatedCampaign.version("v2")));
      }
    },
    CONFIG_MAP_NOT_WRITABLE {
      @Override
      void befall(SimulatedCampaign campaign) {
        campaign.failing(
            Action.PublishArn.class::isInstance,
            new AwsFailure(FailureClass.NOT_PUBLISHED, "ConfigMap", "It is immutable"));
      }
    },
    NOT_DESCRIBABLE {
      @Override
      void befall(SimulatedCampaign campaign) {
        campaign.unreadable(DENIED);
      }
    };

    abstract void befall(SimulatedCampaign campaign);
  }

  private static final String EXTRAS =
      """
      tags: {team: search}
      publish: {configMap: {name: arns, key: movies}}
      config: {rankingInfluence: {POPULARITY: 0.5}}
      """;

  static Stream<Arguments> weeks() {
    return Stream.of(Trouble.values())
        .flatMap(trouble -> IntStream.range(0, 2).mapToObj(seed -> Arguments.of(trouble, seed)));
  }

  @ParameterizedTest
  @MethodSource("weeks")
  void theCapacityIsThereInEveryWindowAndGoneAfterIt(Trouble trouble, int seed) {
    Random random = new Random(seed);
    SimulatedCampaign campaign = new SimulatedCampaign(START.toString(), spec(random));
    trouble.befall(campaign);
    campaign.edit(spec(new Random(seed)) + EXTRAS).promote("v2");
    SpikeCalendar calendar = SpikeCalendar.of(campaign.resource().getSpec().spikes());
    Instant busySince = null;
    for (Instant at = START; at.isBefore(START.plus(WEEK)); at = at.plusSeconds(60)) {
      campaign.aws.takes(Duration.ofSeconds(120 + random.nextInt(400)));
      campaign.until(at);
      busySince = campaign.aws.isBusy() ? busySince == null ? at : busySince : null;
      check(campaign, calendar, at, busySince);
      if (random.nextInt(1500) == 0) {
        campaign.restart();
      }
    }
    assertThat(campaign.failures.values().stream().max(Comparator.naturalOrder()).orElse(0))
        .as("calls that fail for good are not repeated for ever")
        .isLessThan(trouble == Trouble.CONFIG_MAP_NOT_WRITABLE ? 7 * 24 * 61 : 7 * 24 * 6 + 10);
  }

  private static void check(
      SimulatedCampaign campaign, SpikeCalendar calendar, Instant at, Instant busySince) {
    int live = campaign.aws.serving().minProvisionedTPS();
    int needed =
        calendar.occurrences(at, LearnedLeadTime.NONE, 20).stream()
            .filter(w -> w.hasStarted(at) && !w.raise().isBefore(START.plus(FIRST_LEADS)))
            .mapToInt(SpikeWindow::minProvisionedTPS)
            .max()
            .orElse(1);
    assertThat(live).as("live minimum at " + at).isGreaterThanOrEqualTo(needed);
    boolean longOver =
        busySince == null
            && calendar
                .nextChange(at.minusSeconds(1_900), LearnedLeadTime.NONE)
                .filter(change -> !change.isAfter(at))
                .isEmpty();
    boolean noWindow = calendar.wanted(3, at, LearnedLeadTime.NONE) == 3;
    if (longOver && noWindow && calendar.active(at, learned(campaign)).isEmpty()) {
      assertThat(live).as("live minimum at " + at).isEqualTo(3);
    }
  }

  private static LearnedLeadTime learned(SimulatedCampaign campaign) {
    return UpdateHistory.of(campaign.status()).durations();
  }

  /** Every lead is long enough for two updates under way and one more. */
  private static String spec(Random random) {
    StringBuilder spec = new StringBuilder("minProvisionedTPS: 3\nspikes:\n");
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      spec.append(
          "- {name: s%d, cron: \"%d %d * * *\", duration: %dm, timeZone: Europe/Madrid, minProvisionedTPS: %d, leadTime: 60m}\n"
              .formatted(
                  i,
                  random.nextInt(60),
                  random.nextInt(24),
                  30 + random.nextInt(300),
                  4 + random.nextInt(200)));
    }
    return spec.toString();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aRaiseAndALoweringAreSentAndTheStatusSaysWhatFails(Trouble trouble) {
    String spec =
        """
        minProvisionedTPS: 2
        spikes:
        - {name: noon, start: "2027-03-22T12:00", end: "2027-03-22T14:00", timeZone: UTC, minProvisionedTPS: 100, leadTime: 30m}
        """;
    SimulatedCampaign campaign = new SimulatedCampaign(START.toString(), spec);
    trouble.befall(campaign);
    campaign.edit(spec + EXTRAS).until("2027-03-22T09:00:00Z").promote("v2");
    campaign.until("2027-03-22T12:00:00Z");

    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(100);
    assertThat(campaign.isTrue("Ready")).isTrue();
    if (trouble != Trouble.NOT_DESCRIBABLE) {
      assertThat(campaign.isTrue("CapacityReady")).isTrue();
    }
    assertThat(campaign.isTrue("Stalled"))
        .as("%s", campaign.message())
        .isEqualTo(
            Set.of(
                    Trouble.TAG_REFUSED,
                    Trouble.TAGS_UNREADABLE,
                    Trouble.CONFIGURATION_REFUSED,
                    Trouble.VERSION_NOT_DEPLOYABLE,
                    Trouble.NOT_DESCRIBABLE)
                .contains(trouble));

    campaign.until("2027-03-22T14:30:00Z");
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(2);
    assertThat(campaign.isTrue("Ready")).isTrue();
  }

  @Test
  void aVersionThatCannotBeDeployedIsNotRepeatedInsideEveryChangeOfCapacity() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            START.toString(),
            """
            minProvisionedTPS: 2
            rolloutsDuringSpikes: Allow
            spikes:
            - {name: hourly, cron: "0 * * * *", duration: 20m, timeZone: UTC, minProvisionedTPS: 9, leadTime: 10m}
            """);
    campaign.aws.takes(Duration.ofMinutes(2)).cannotDeploy(Set.of(SimulatedCampaign.version("v2")));
    campaign.promote("v2").until("2027-03-23T00:00:00Z");

    String v2 = SimulatedCampaign.version("v2");
    assertThat(campaign.sent.stream().filter(sent -> v2.equals(sent.version())))
        .as("alone, and ever more rarely: after 10 min doubling to 6 h")
        .hasSizeBetween(7, 10);
    assertThat(campaign.status().failedChanges())
        .singleElement()
        .satisfies(change -> assertThat(change.to()).isEqualTo(v2));
    assertThat(campaign.sent.stream().filter(sent -> !v2.equals(sent.version())))
        .as("a raise and a lowering each hour")
        .hasSizeGreaterThan(44);
  }

  @Test
  void whatWasRefusedIsSentAloneOnceItIsAcceptedAndTheStallIsOver() {
    SimulatedCampaign campaign = new SimulatedCampaign(START.toString(), "minProvisionedTPS: 2\n");
    Trouble.CONFIGURATION_REFUSED.befall(campaign);
    campaign.edit("minProvisionedTPS: 5\n" + EXTRAS).until(START.plus(Duration.ofHours(1)));
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(5);
    assertThat(campaign.isTrue("Stalled")).as(campaign.message()).isTrue();
    assertThat(campaign.reason("Ready")).isEqualTo("RefusedByAws");

    campaign.failing(action -> false, null).until(START.plus(Duration.ofHours(8)));

    assertThat(campaign.aws.serving().config()).isNotNull();
    assertThat(campaign.isTrue("Stalled")).isFalse();
    assertThat(campaign.reason("Ready")).isEqualTo("Active");
  }
}
