package io.personalizeoperator.simulator.runtime;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import java.util.Map;

/**
 * The campaign or recommender that answers a request.
 *
 * @param group the ARN of its dataset group
 * @param metadata whether metadata may be asked for
 */
record Served(String group, Recipe recipe, boolean metadata) {
  /**
   * The campaign of the call.
   *
   * @throws ServiceException ResourceNotFoundException; InvalidInputException when it is not ACTIVE
   */
  static Served campaign(Call call, Catalog catalog, String arn) {
    Resource campaign = serving(call.world().require(ResourceKind.CAMPAIGN, arn));
    Resource version =
        call.world().require(ResourceKind.SOLUTION_VERSION, campaign.text("solutionVersionArn"));
    Recipe recipe = catalog.recipe(version.text("recipeArn"));
    Object enabled = campaign.object("campaignConfig").get("enableMetadataWithRecommendations");
    // With the v2 recipes metadata is on unless it is turned off (developer guide, "Updating a
    // campaign").
    boolean metadata = enabled == null ? recipe.weighsEvents() : (Boolean) enabled;
    return new Served(version.text("datasetGroupArn"), recipe, metadata);
  }

  /**
   * The recommender of the call.
   *
   * @throws ServiceException ResourceNotFoundException; InvalidInputException when it is not ACTIVE
   */
  static Served recommender(Call call, Catalog catalog, String arn) {
    Resource recommender = serving(call.world().require(ResourceKind.RECOMMENDER, arn));
    Map<String, Object> config = recommender.object("recommenderConfig");
    return new Served(
        recommender.parent(),
        catalog.recipe(recommender.text("recipeArn")),
        Boolean.TRUE.equals(config.get("enableMetadataWithRecommendations")));
  }

  private static Resource serving(Resource resource) {
    if (!resource.is(Status.ACTIVE)) {
      throw ServiceException.invalidInput(
          "The %s %s is not ACTIVE: its status is %s.",
          resource.kind().words(), resource.arn(), resource.status());
    }
    return resource;
  }
}
