package io.personalizeoperator.scenario.campaign;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.faults.Fault.Type;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Something besides capacity that fails for good on the sample campaign, until it is fixed. */
enum FailingConcern {
  /** The operator may not set a tag that the user has added. */
  TAG_REFUSED(Reason.AccessDenied, "personalize:TagResource", "TagResource") {
    @Override
    Optional<String> obstruct(Stage stage) {
      stage.cloud().disturb("TagResource", Type.ACCESS_DENIED);
      stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"tags\":{\"team\":\"search\"}}}");
      return Optional.empty();
    }

    @Override
    boolean isFixed(Stage stage) {
      return "search".equals(new OutOfBandUser(stage).tags(Sample.CAMPAIGN.arn()).get("team"));
    }
  },

  /** The operator may not read tags, when it is time to compare them. */
  TAGS_UNREADABLE(Reason.AccessDenied, "personalize:ListTagsForResource", "ListTagsForResource") {
    @Override
    Optional<String> obstruct(Stage stage) {
      stage.cloud().disturb("ListTagsForResource", Type.ACCESS_DENIED);
      stage.advance(Duration.ofHours(6).plusMinutes(1));
      return Optional.empty();
    }
  },

  /** AWS does not take a setting for this recipe. */
  CONFIGURATION_REFUSED(
      Reason.RefusedByAws, "rankingInfluence is supported only", "UpdateCampaign") {
    @Override
    Optional<String> obstruct(Stage stage) {
      stage
          .cluster()
          .patch(
              Sample.CAMPAIGN,
              "{\"spec\":{\"config\":{\"rankingInfluence\":{\"POPULARITY\":0.5}}}}");
      return Optional.of("rankingInfluence");
    }

    @Override
    void fix(Stage stage) {
      stage
          .cluster()
          .patch(
              Sample.CAMPAIGN,
              "{\"spec\":{\"config\":{\"rankingInfluence\":null,"
                  + "\"enableMetadataWithRecommendations\":true}}}");
    }

    @Override
    boolean isFixed(Stage stage) {
      var config =
          stage
              .aws()
              .describeCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn()))
              .campaign()
              .campaignConfig();
      return config != null && Boolean.TRUE.equals(config.enableMetadataWithRecommendations());
    }
  },

  /** Every update that carries the new version fails in AWS, from before the raise. */
  VERSION_NOT_DEPLOYABLE(Reason.UpdateFailed, Said.NOT_DEPLOYABLE, null) {
    @Override
    Optional<String> obstruct(Stage stage) {
      String version = trainUndeployable(stage);
      stage
          .cloud()
          .awaitCalls(
              "a rollout of the new version",
              0,
              calls ->
                  stage.cloud().effects("UpdateCampaign").stream()
                      .anyMatch(call -> call.input().contains(version)));
      return Optional.of(version);
    }

    @Override
    boolean isFixed(Stage stage) {
      return servesTheNewest(stage);
    }
  },

  /** The same with a version that waits for the end of the window: the lowering may carry it. */
  VERSION_OF_THE_WINDOW_NOT_DEPLOYABLE(Reason.UpdateFailed, Said.NOT_DEPLOYABLE, null) {
    @Override
    Optional<String> obstruct(Stage stage) {
      String version = trainUndeployable(stage);
      stage
          .cluster()
          .await(
              Sample.CAMPAIGN,
              "the freeze",
              one ->
                  Cluster.find(one, Conditions.READY).reason().equals(Reason.RolloutFrozen.name()));
      return Optional.of(version);
    }

    @Override
    boolean isFixed(Stage stage) {
      return servesTheNewest(stage);
    }
  },

  /** The API server does not let the ARN be published. */
  CONFIG_MAP_NOT_WRITABLE(Reason.PublishFailed, Reason.PublishFailed.name(), null) {
    @Override
    Optional<String> obstruct(Stage stage) {
      stage
          .kubernetes()
          .resource(
              new ConfigMapBuilder()
                  .withNewMetadata()
                  .withName(CONFIG_MAP)
                  .withNamespace(stage.namespace())
                  .endMetadata()
                  .addToData(KEY, "somebody else's")
                  .withImmutable(true)
                  .build())
          .create();
      stage
          .cluster()
          .patch(
              Sample.CAMPAIGN,
              "{\"spec\":{\"publish\":{\"configMap\":{\"name\":\"%s\",\"key\":\"%s\"}}}}"
                  .formatted(CONFIG_MAP, KEY));
      return Optional.empty();
    }

    /** Capacity is more serious; that the ConfigMap refuses is told somewhere. */
    @Override
    boolean isReported(PersonalizeResource<?, ?> campaign) {
      return isSaidAnywhere(campaign);
    }

    @Override
    void fix(Stage stage) {
      stage.kubernetes().configMaps().inNamespace(stage.namespace()).withName(CONFIG_MAP).delete();
    }

    @Override
    boolean isFixed(Stage stage) {
      return Map.of(KEY, Sample.CAMPAIGN.arn()).equals(stage.cluster().configMap(CONFIG_MAP));
    }
  },

  /** The operator may not describe the campaign; nobody notices before the raise changes it. */
  DETAILS_UNREADABLE(Reason.AccessDenied, Said.NO_DETAILS, null) {
    @Override
    Optional<String> obstruct(Stage stage) {
      stage.cloud().disturb("DescribeCampaign", Type.ACCESS_DENIED);
      return Optional.empty();
    }

    @Override
    boolean isReported(PersonalizeResource<?, ?> campaign) {
      return isSaidAnywhere(campaign);
    }
  },

  /**
   * The same after a restart, during which somebody has touched the campaign: what the status tells
   * of it is not known to be true any more.
   */
  DETAILS_UNREADABLE_AFTER_A_RESTART(Reason.AccessDenied, Said.NO_DETAILS, null) {
    @Override
    Optional<String> obstruct(Stage stage) {
      stage.stopOperator();
      stage
          .aws()
          .updateCampaign(
              r ->
                  r.campaignArn(Sample.CAMPAIGN.arn())
                      .minProvisionedTPS(NothingShadowsCapacityIT.BASE));
      stage.advance(NothingShadowsCapacityIT.UPDATE);
      stage.cloud().disturb("DescribeCampaign", Type.ACCESS_DENIED);
      stage.startOperator();
      return Optional.empty();
    }

    @Override
    boolean isReported(PersonalizeResource<?, ?> campaign) {
      return isSaidAnywhere(campaign);
    }
  };

  /** What AWS says. */
  private static final class Said {
    static final String NOT_DEPLOYABLE = "The version cannot be deployed.";
    static final String NO_DETAILS = "personalize:DescribeCampaign";
  }

  private static final String CONFIG_MAP = "arns";
  private static final String KEY = "campaign";
  private static final Duration TRAINING = Duration.ofMinutes(10);

  private final Reason reason;
  private final String message;
  private final String refusedOperation;

  FailingConcern(Reason reason, String message, String refusedOperation) {
    this.reason = reason;
    this.message = message;
    this.refusedOperation = refusedOperation;
  }

  /**
   * Lets it fail from now on.
   *
   * @return what marks the updates of the campaign that fail, if some do
   */
  abstract Optional<String> obstruct(Stage stage);

  /** Removes the cause. */
  void fix(Stage stage) {
    stage.cloud().calm();
  }

  /** Whether what failed has succeeded. */
  boolean isFixed(Stage stage) {
    return true;
  }

  /** Whether the status tells it, with the concern's own reason and AWS's message. */
  boolean isReported(PersonalizeResource<?, ?> campaign) {
    var stalled = Cluster.find(campaign, Conditions.STALLED);
    return Cluster.isTrue(campaign, Conditions.STALLED)
        && stalled.reason().equals(reason.name())
        && stalled.message().contains(message);
  }

  boolean isSaidAnywhere(PersonalizeResource<?, ?> campaign) {
    return campaign.lifecycle().conditions().stream()
        .anyMatch(one -> one.reason().equals(message) || one.message().contains(message));
  }

  /** Whether a call is one that AWS has refused for this concern. */
  boolean isRefused(Call call) {
    return call.operation().equals(refusedOperation)
        && call.error() != null
        && call.input().contains(Sample.CAMPAIGN.arn());
  }

  /** Whether it begins in the window rather than before the raise. */
  boolean beginsInTheWindow() {
    return this == VERSION_OF_THE_WINDOW_NOT_DEPLOYABLE;
  }

  /** Whether something fails before the raise. */
  boolean isNoticedBeforeTheRaise() {
    return this != DETAILS_UNREADABLE && !beginsInTheWindow();
  }

  /** Whether the operator can read how much the campaign provisions. */
  boolean showsCapacity() {
    return this != DETAILS_UNREADABLE && this != DETAILS_UNREADABLE_AFTER_A_RESTART;
  }

  /** Trains a version; the updates that carry it fail from before it can be promoted. */
  private static String trainUndeployable(Stage stage) {
    stage.cloud().takes(Durations.TRAINING, TRAINING);
    String version = new OutOfBandUser(stage).train();
    stage
        .cloud()
        .disturbContaining("UpdateCampaign", Type.FAIL_CREATION, version, Said.NOT_DEPLOYABLE);
    stage.advance(TRAINING);
    return version;
  }

  private static boolean servesTheNewest(Stage stage) {
    return stage
        .aws()
        .describeCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn()))
        .campaign()
        .solutionVersionArn()
        .equals(new OutOfBandUser(stage).newestVersion());
  }
}
