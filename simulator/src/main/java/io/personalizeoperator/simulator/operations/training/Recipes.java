package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.ListSlices;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** DescribeRecipe and ListRecipes. */
public final class Recipes implements Family {
  /** The creation time of all recipes in answers: the day of the service's general availability. */
  static final Instant MADE = Instant.parse("2019-06-10T00:00:00Z");

  private final Catalog catalog;

  public Recipes(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void register(OperationTable table) {
    table.add("DescribeRecipe", this::describe);
    table.add("ListRecipes", this::list);
  }

  private Map<String, Object> describe(Call call) {
    String partition = call.world().key().partition();
    Recipe recipe = catalog.named(call.text("recipeArn"), partition, "recipe");
    return Map.of("recipe", view(recipe, partition).map());
  }

  private static Members view(Recipe recipe, String partition) {
    return new Members()
        .and("name", recipe.name())
        .and("recipeArn", recipe.arn(partition))
        .and("algorithmArn", recipe.arn(partition, "algorithm"))
        .and("featureTransformationArn", recipe.arn(partition, "feature-transformation"))
        .and("status", "ACTIVE")
        .and("description", recipe.description())
        .and("recipeType", recipe.type())
        .and("domain", recipe.domain())
        .and("creationDateTime", MADE)
        .and("lastUpdatedDateTime", MADE);
  }

  private Map<String, Object> list(Call call) {
    String domain = call.text("domain");
    List<Recipe> all =
        catalog.recipes().stream()
            .filter(recipe -> domain == null || domain.equals(recipe.domain()))
            .toList();
    String partition = call.world().key().partition();
    return ListSlices.page(
        call,
        domain,
        "recipes",
        all.stream().map(recipe -> view(recipe, partition).map()).toList());
  }
}
