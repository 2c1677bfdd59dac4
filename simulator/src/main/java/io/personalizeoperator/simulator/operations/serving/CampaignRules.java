package io.personalizeoperator.simulator.operations.serving;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.datasets.SchemaDocument;
import io.personalizeoperator.simulator.operations.training.ColumnRules;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.World;
import java.util.List;
import java.util.Map;

/**
 * The versions and configurations that a campaign accepts (API reference of CreateCampaign,
 * UpdateCampaign and CampaignConfig).
 */
final class CampaignRules {
  /** The member of campaignConfig that moves a campaign to each new version of its solution. */
  static final String SYNC = "syncWithLatestSolutionVersion";

  private static final String LATEST = "/$LATEST";
  private final Catalog catalog;

  CampaignRules(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The version that a call names, by its ARN or by the solution's ARN with the suffix {@code
   * /$LATEST}.
   *
   * @throws ServiceException ResourceNotFoundException; InvalidInputException when
   *     syncWithLatestSolutionVersion is true and the ARN does not end in {@code /$LATEST}
   */
  Resource version(World world, String arn, Map<String, Object> config) {
    if (!arn.endsWith(LATEST)) {
      if (Boolean.TRUE.equals(config.get(SYNC))) {
        throw ServiceException.invalidInput(
            "solutionVersionArn must have the form <solutionArn>/$LATEST when syncWithLatestSolutionVersion is true.");
      }
      return world.require(ResourceKind.SOLUTION_VERSION, arn);
    }
    String solutionArn = arn.substring(0, arn.length() - LATEST.length());
    world.require(ResourceKind.SOLUTION, solutionArn);
    Resource latest = latest(world, solutionArn);
    if (latest == null) {
      throw ServiceException.inUse("The solution %s has no ACTIVE solution version.", solutionArn);
    }
    return latest;
  }

  /** The version that a campaign keeps when an update names no version. */
  Resource present(World world, Resource campaign, Map<String, Object> config) {
    Resource version =
        world.require(ResourceKind.SOLUTION_VERSION, campaign.text("solutionVersionArn"));
    boolean followed = Boolean.TRUE.equals(campaign.object("campaignConfig").get(SYNC));
    if (Boolean.TRUE.equals(config.get(SYNC)) && !followed) {
      throw ServiceException.invalidInput(
          "solutionVersionArn must have the form <solutionArn>/$LATEST when syncWithLatestSolutionVersion is true.");
    }
    return version;
  }

  /** The latest ACTIVE version of a solution, or null. */
  static Resource latest(World world, String solutionArn) {
    List<Resource> versions = world.children(ResourceKind.SOLUTION_VERSION, solutionArn);
    return versions.reversed().stream()
        .filter(version -> version.is(Status.ACTIVE))
        .findFirst()
        .orElse(null);
  }

  /** The solution of a version. */
  static String solutionOf(String versionArn) {
    return versionArn.substring(0, versionArn.lastIndexOf('/'));
  }

  void checkConfig(World world, Resource version, Map<String, Object> config) {
    Recipe recipe = catalog.recipe(version.text("recipeArn"));
    if (recipe != null && recipe.segments()) {
      throw ServiceException.invalidInput(
          "A solution version of the recipe %s cannot be deployed: create a batch segment job.",
          recipe.name());
    }
    if (config.get("itemExplorationConfig") instanceof Map<?, ?> exploration) {
      if (recipe != null && !recipe.explores()) {
        throw ServiceException.invalidInput(
            "itemExplorationConfig is supported only for the User-Personalization recipe.");
      }
      Exploration.check(exploration);
    }
    if (config.get("rankingInfluence") != null && (recipe == null || !recipe.semantic())) {
      throw ServiceException.invalidInput(
          "rankingInfluence is supported only for the aws-semantic-similarity recipe.");
    }
    if (config.get("rankingInfluence") instanceof Map<?, ?> influence) {
      checkInfluence(world, version.text("datasetGroupArn"), influence);
    }
  }

  /** The columns and datasets that the influences need (developer guide, "Semantic-Similarity"). */
  private static void checkInfluence(World world, String groupArn, Map<?, ?> influence) {
    SchemaDocument items = ColumnRules.schema(world, groupArn, FilterDataset.ITEMS);
    if (isUsed(influence, "FRESHNESS")
        && (items == null || items.field("CREATION_TIMESTAMP") == null)) {
      throw ServiceException.invalidInput(
          "The ranking influence FRESHNESS needs the field CREATION_TIMESTAMP in the ITEMS dataset.");
    }
    if (isUsed(influence, "POPULARITY")
        && ColumnRules.schema(world, groupArn, FilterDataset.INTERACTIONS) == null) {
      throw ServiceException.invalidInput(
          "The ranking influence POPULARITY needs an INTERACTIONS dataset.");
    }
  }

  private static boolean isUsed(Map<?, ?> influence, String factor) {
    return influence.get(factor) instanceof Number weight && weight.doubleValue() > 0;
  }
}
