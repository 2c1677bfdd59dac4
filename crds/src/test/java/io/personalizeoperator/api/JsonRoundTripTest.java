package io.personalizeoperator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.personalizeoperator.api.campaign.AppliedSettings;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignConfig;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.CampaignSpec;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.CampaignUpdateStatus;
import io.personalizeoperator.api.campaign.CostStatus;
import io.personalizeoperator.api.campaign.DriftPolicy;
import io.personalizeoperator.api.campaign.FailedChange;
import io.personalizeoperator.api.campaign.LateSpike;
import io.personalizeoperator.api.campaign.LongerLead;
import io.personalizeoperator.api.campaign.NextSpike;
import io.personalizeoperator.api.campaign.RankingInfluence;
import io.personalizeoperator.api.campaign.RolloutsDuringSpikes;
import io.personalizeoperator.api.campaign.Spike;
import io.personalizeoperator.api.campaign.SpikeCostStatus;
import io.personalizeoperator.api.campaign.SpikeInForce;
import io.personalizeoperator.api.campaign.SpikeOccurrence;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.dataset.DatasetSpec;
import io.personalizeoperator.api.dataset.DatasetStatus;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.datasetgroup.DatasetGroupSpec;
import io.personalizeoperator.api.datasetgroup.DatasetGroupStatus;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.DatasetImportSpec;
import io.personalizeoperator.api.datasetimport.DatasetImportStatus;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.api.datasetimport.ImportRun;
import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.FailedFilter;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterRotation;
import io.personalizeoperator.api.filter.FilterSpec;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.api.filter.RetiringFilter;
import io.personalizeoperator.api.filter.RotationStrategy;
import io.personalizeoperator.api.schema.FieldType;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.api.schema.SchemaField;
import io.personalizeoperator.api.schema.SchemaSpec;
import io.personalizeoperator.api.schema.SchemaStatus;
import io.personalizeoperator.api.solution.AfterImport;
import io.personalizeoperator.api.solution.AutoMlConfig;
import io.personalizeoperator.api.solution.AutoTrainingConfig;
import io.personalizeoperator.api.solution.CategoricalRange;
import io.personalizeoperator.api.solution.ContinuousRange;
import io.personalizeoperator.api.solution.EventParameters;
import io.personalizeoperator.api.solution.EventsConfig;
import io.personalizeoperator.api.solution.HpoConfig;
import io.personalizeoperator.api.solution.HpoObjective;
import io.personalizeoperator.api.solution.HpoResourceConfig;
import io.personalizeoperator.api.solution.HyperParameterRanges;
import io.personalizeoperator.api.solution.IntegerRange;
import io.personalizeoperator.api.solution.ObjectiveSensitivity;
import io.personalizeoperator.api.solution.OptimizationObjective;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.Promotion;
import io.personalizeoperator.api.solution.PromotionGate;
import io.personalizeoperator.api.solution.PromotionMode;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionConfig;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.Training;
import io.personalizeoperator.api.solution.TrainingCost;
import io.personalizeoperator.api.solution.TrainingDataConfig;
import io.personalizeoperator.api.solution.TrainingMode;
import io.personalizeoperator.api.solution.TrainingSchedule;
import io.personalizeoperator.api.solution.TrainingTrigger;
import io.personalizeoperator.api.solution.VersionPromotion;
import io.personalizeoperator.api.solution.WithoutMetrics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java types through fabric8's JSON mapper, which the operator's client uses. */
class JsonRoundTripTest {
  private static final Instant THEN = Instant.parse("2026-11-24T04:26:00Z");
  private static final Map<String, String> TAGS = Map.of("team", "recommendations");
  private static final Publish PUBLISH =
      new Publish(new Publish.ConfigMapKey("movies", "arn", "name"));
  private static final Reference PARENT = new Reference("movies");
  private static final LifecycleStatus LIFECYCLE =
      new LifecycleStatus(
          3L,
          "arn:aws:personalize:eu-west-1:123456789012:x/movies",
          THEN,
          "ACTIVE",
          THEN,
          Ownership.Adopted,
          "again",
          new LifecycleStatus.Published(
              "movies", "arn", "arn:aws:personalize:::x/movies", "name", "movies"),
          List.of("team"),
          3L,
          List.of(
              new Condition("Ready", ConditionStatus.True, "Active", "It serves.", THEN, 3L),
              new Condition("Stalled", ConditionStatus.False, "Active", "", THEN, 3L)));

  private static final Spike BLACK_FRIDAY =
      new Spike(
          "black-friday",
          "2026-11-27T00:00",
          "2026-11-28T06:00",
          null,
          null,
          "Europe/Madrid",
          200,
          "30m",
          false);

  static Stream<PersonalizeResource<?, ?>> fullResources() {
    return Stream.of(
        full(
            new DatasetGroup(),
            new DatasetGroupSpec(
                "m",
                TAGS,
                DeletionPolicy.Retain,
                AdoptionPolicy.Always,
                true,
                PUBLISH,
                Domain.ECOMMERCE,
                "arn:aws:iam::123456789012:role/r",
                "arn:aws:kms:eu-west-1:123456789012:key/k"),
            new DatasetGroupStatus(LIFECYCLE, Domain.ECOMMERCE)),
        full(
            new Schema(),
            new SchemaSpec(
                "m",
                null,
                DeletionPolicy.Retain,
                AdoptionPolicy.Never,
                false,
                PUBLISH,
                Domain.VIDEO_ON_DEMAND,
                DatasetType.Action_Interactions,
                List.of(new SchemaField("USER_ID", FieldType.STRING, false, true, false)),
                "{}"),
            new SchemaStatus(LIFECYCLE, "0a1b")),
        full(
            new Dataset(),
            new DatasetSpec(
                "m",
                TAGS,
                DeletionPolicy.Retain,
                AdoptionPolicy.Never,
                false,
                PUBLISH,
                PARENT,
                "arn:g",
                PARENT,
                "arn:s",
                DatasetType.Items),
            new DatasetStatus(
                LIFECYCLE, THEN, "arn:s", new UpdateStatus("ACTIVE", "none"), "arn:s2")),
        full(
            new DatasetImport(),
            new DatasetImportSpec(
                "m",
                TAGS,
                DeletionPolicy.Delete,
                AdoptionPolicy.Never,
                false,
                PUBLISH,
                PARENT,
                "arn:d",
                "s3://bucket/items/",
                "arn:aws:iam::123456789012:role/r",
                ImportMode.INCREMENTAL,
                true,
                "2"),
            new DatasetImportStatus(
                LIFECYCLE,
                "arn:d",
                new ImportRun("m-2", 2L, "CREATE FAILED", THEN, "no such bucket", "c2"),
                new ImportRun("m-1", 1L, "ACTIVE", THEN, null, "c1"))),
        full(
            new Solution(),
            new SolutionSpec(
                "m",
                TAGS,
                DeletionPolicy.Delete,
                AdoptionPolicy.Never,
                false,
                PUBLISH,
                PARENT,
                "arn:g",
                "aws-user-personalization-v2",
                "watch",
                true,
                false,
                true,
                false,
                solutionConfig(),
                new Training(
                    false,
                    List.of(
                        new TrainingSchedule(
                            "weekly",
                            TrainingMode.FULL,
                            "0 3 * * SUN",
                            "Europe/Madrid",
                            "6h",
                            false)),
                    new AfterImport(TrainingMode.UPDATE, "24h"),
                    2,
                    "30m",
                    "48h"),
                new Promotion(
                    PromotionMode.Automatic,
                    List.of(new PromotionGate("coverage", 0.1, 0.9, "10%")),
                    WithoutMetrics.Block)),
            new SolutionStatus(
                LIFECYCLE,
                VERSION,
                new PromotedVersion("arn:v1", "v1", THEN),
                "arn:v1",
                THEN,
                THEN,
                List.of(
                    new ScheduleStatus(
                        "weekly", "0 3 * * SUN UTC", THEN, true, THEN, THEN, 2, THEN, "late")),
                List.of(VERSION),
                "FULL:1",
                new TrainingCost("2026-11", 12.5),
                new UpdateStatus("ACTIVE", "none"))),
        full(
            new Campaign(),
            new CampaignSpec(
                "m",
                TAGS,
                DeletionPolicy.Delete,
                AdoptionPolicy.Never,
                false,
                PUBLISH,
                PARENT,
                "arn:v1",
                200,
                new CampaignConfig(
                    Map.of("explorationWeight", "0.3"),
                    true,
                    false,
                    new RankingInfluence(0.5, 1.0)),
                List.of(BLACK_FRIDAY),
                RolloutsDuringSpikes.Freeze,
                DriftPolicy.Correct,
                500),
            new CampaignStatus(
                LIFECYCLE,
                "arn:v1",
                "m/v1",
                2,
                200,
                new CampaignUpdateStatus("CREATE PENDING", "arn:v1", 200, THEN, "x"),
                "2/200",
                "black-friday until 2026-11-28T05:00:00Z",
                "black-friday",
                new NextSpike("black-friday", THEN),
                List.of(new SpikeOccurrence("black-friday", THEN, THEN, THEN, 200)),
                List.of("easter"),
                List.of(SpikeInForce.of(BLACK_FRIDAY)),
                new LateSpike("black-friday", THEN),
                List.of(480L),
                List.of(new LongerLead("black-friday", "30m", "42m10s")),
                1,
                List.of(new FailedChange(CampaignPart.Version, "arn:v2", "No.", 2, THEN)),
                "arn:v1",
                new AppliedSettings(3L, "arn:v1", 2),
                new CostStatus(
                    "2026-11",
                    7440.25,
                    372.5,
                    List.of(new SpikeCostStatus("black-friday", 6000.5))))),
        full(
            new Filter(),
            new FilterSpec(
                "m",
                TAGS,
                DeletionPolicy.Delete,
                AdoptionPolicy.Never,
                false,
                PUBLISH,
                PARENT,
                "arn:g",
                "INCLUDE ItemID WHERE Items.GENRES IN ($GENRE)",
                Map.of("genres", List.of("Drama", 1), "year", 1990, "share", 0.5, "word", "w"),
                new FilterRotation(
                    "5 0 * * *", "Europe/Madrid", "1h", "5m", RotationStrategy.DeleteFirst, true)),
            new FilterStatus(
                LIFECYCLE,
                new CurrentFilter("m", "arn:f", "INCLUDE …", THEN, THEN),
                new NextFilter(
                    "n",
                    "INCLUDE …",
                    THEN,
                    "arn:n",
                    THEN,
                    "CREATE PENDING",
                    Ownership.Created,
                    List.of("team")),
                List.of(new RetiringFilter("o", "arn:o", THEN, Ownership.Adopted, THEN)),
                new FailedFilter("x", "INCLUDE …", THEN, "Too bad.", THEN, 2, THEN),
                THEN,
                THEN)));
  }

  private static final SolutionVersionStatus VERSION =
      new SolutionVersionStatus(
          "arn:v2",
          "weekly-202611290300",
          TrainingTrigger.Schedule,
          THEN,
          "CREATE PENDING",
          "FULL",
          "MANUAL",
          THEN,
          THEN,
          "x",
          1.5,
          Map.of("coverage", 0.25),
          VersionPromotion.Blocked,
          "coverage is low");

  private static SolutionConfig solutionConfig() {
    return new SolutionConfig(
        "0.5",
        new HpoConfig(
            new HpoObjective("Maximize", "precision_at_10", ".*"),
            new HpoResourceConfig(4, 2),
            new HyperParameterRanges(
                List.of(new IntegerRange("hidden_dimension", 32, 256)),
                List.of(new ContinuousRange("learning_rate", 0.1, 0.5)),
                List.of(new CategoricalRange("loss", List.of("a", "b"))))),
        Map.of("bptt", "32"),
        Map.of("max_hist_len", "10"),
        new AutoMlConfig("precision_at_10", List.of("arn:aws:personalize:::recipe/aws-hrnn")),
        new EventsConfig(List.of(new EventParameters("watch", 0.3, 1.0))),
        new OptimizationObjective("PRICE", ObjectiveSensitivity.LOW),
        new TrainingDataConfig(
            Map.of("Items", List.of("DESCRIPTION")), Map.of("Users", List.of("AGE"))),
        new AutoTrainingConfig("rate(7 days)"));
  }

  private static <S extends CommonSpec, T extends CommonStatus> PersonalizeResource<S, T> full(
      PersonalizeResource<S, T> resource, S spec, T status) {
    resource.getMetadata().setName("movies");
    resource.setSpec(spec);
    resource.setStatus(status);
    return resource;
  }

  @ParameterizedTest
  @MethodSource("fullResources")
  void whatIsWrittenIsReadBackTheSame(PersonalizeResource<?, ?> resource) {
    PersonalizeResource<?, ?> read =
        Serialization.unmarshal(Serialization.asJson(resource), resource.getClass());
    assertThat(read.getSpec()).isEqualTo(resource.getSpec());
    assertThat(read.getStatus()).isEqualTo(resource.getStatus());
  }

  @ParameterizedTest
  @MethodSource("fullResources")
  void theCommonPartOfTheStatusStandsInTheStatusItself(PersonalizeResource<?, ?> resource) {
    JsonNode status = tree(resource).get("status");
    assertThat(status.has("lifecycle")).isFalse();
    assertThat(status.get("observedGeneration").asLong()).isEqualTo(3);
    assertThat(status.get("awsLastUpdated").textValue()).isEqualTo("2026-11-24T04:26:00Z");
    assertThat(status.at("/conditions/0/lastTransitionTime").textValue())
        .isEqualTo("2026-11-24T04:26:00Z");
  }

  @ParameterizedTest
  @MethodSource("fullResources")
  void fieldsOfALaterVersionAreOverlookedWherever(PersonalizeResource<?, ?> resource) {
    JsonNode tree = tree(resource);
    addUnknownFields(tree);
    PersonalizeResource<?, ?> read = Serialization.unmarshal(tree.toString(), resource.getClass());
    assertThat(read.getSpec().name()).isEqualTo("m");
    assertThat(read.lifecycle()).isEqualTo(LIFECYCLE);
  }

  @ParameterizedTest
  @MethodSource("fullResources")
  void resourceWithoutAStatusHasAnEmptyOne(PersonalizeResource<?, ?> resource) {
    resource.setStatus(null);
    PersonalizeResource<?, ?> read =
        Serialization.unmarshal(Serialization.asJson(resource), resource.getClass());
    assertThat(read.lifecycle()).isEqualTo(LifecycleStatus.EMPTY);
  }

  @ParameterizedTest
  @MethodSource("fullResources")
  void emptyStatusIsReadAsOneThatKnowsNothing(PersonalizeResource<?, ?> resource) {
    ObjectNode tree = (ObjectNode) tree(resource);
    tree.putObject("status");
    PersonalizeResource<?, ?> read = Serialization.unmarshal(tree.toString(), resource.getClass());
    assertThat(read.getStatus().lifecycle()).isEqualTo(LifecycleStatus.EMPTY);
  }

  @Test
  void unsetFieldsDoNotAppear() {
    Campaign campaign = new Campaign();
    campaign.getMetadata().setName("movies");
    campaign.setSpec(
        new CampaignSpec(
            null, null, null, null, null, null, PARENT, null, null, null, null, null, null, null));
    campaign.setStatus(
        new CampaignStatus(
            LifecycleStatus.EMPTY,
            null,
            null,
            2,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    assertThat(Serialization.asJson(campaign))
        .isEqualTo(
            "{\"apiVersion\":\"personalize-operator.io/v1alpha1\",\"kind\":\"Campaign\","
                + "\"metadata\":{\"name\":\"movies\"},"
                + "\"spec\":{\"solutionRef\":{\"name\":\"movies\"}},"
                + "\"status\":{\"minProvisionedTPS\":2}}");
  }

  private static JsonNode tree(PersonalizeResource<?, ?> resource) {
    return Serialization.unmarshal(Serialization.asJson(resource), JsonNode.class);
  }

  /** Into every object but the metadata and the maps, in which any key is known. */
  private static void addUnknownFields(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              property -> {
                if (!List.of("metadata", "tags", "metrics", "itemExplorationConfig")
                        .contains(property.getKey())
                    && !property.getKey().endsWith("Parameters")
                    && !property.getKey().endsWith("DatasetColumns")) {
                  addUnknownFields(property.getValue());
                }
              });
      object.putObject("ofALaterVersion").put("a", 1);
    } else {
      node.forEach(JsonRoundTripTest::addUnknownFields);
    }
  }
}
