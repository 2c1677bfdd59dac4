package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Hyperparameter;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** DescribeAlgorithm and DescribeFeatureTransformation: what DescribeRecipe refers to. */
public final class Algorithms implements Family {
  private final Catalog catalog;

  public Algorithms(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void register(OperationTable table) {
    table.add("DescribeAlgorithm", this::algorithm);
    table.add("DescribeFeatureTransformation", this::featureTransformation);
  }

  private Map<String, Object> algorithm(Call call) {
    String arn = call.text("algorithmArn");
    Recipe recipe = catalog.named(arn, call.world().key().partition(), "algorithm");
    List<Hyperparameter> parameters = catalog.hyperparameters(recipe);
    Members defaults = new Members();
    parameters.forEach(parameter -> defaults.and(parameter.name(), parameter.initial()));
    Members algorithm =
        new Members()
            .and("name", recipe.name())
            .and("algorithmArn", arn)
            .and(
                "algorithmImage",
                Map.of("name", recipe.name(), "dockerURI", "personalize/" + recipe.name()))
            .and("defaultHyperParameters", defaults.map())
            .and("defaultHyperParameterRanges", ranges(parameters))
            .and("defaultResourceConfig", Map.of())
            .and("trainingInputMode", "File")
            .and("creationDateTime", Recipes.MADE)
            .and("lastUpdatedDateTime", Recipes.MADE);
    return Map.of("algorithm", algorithm.map());
  }

  private static Map<String, Object> ranges(List<Hyperparameter> parameters) {
    List<Map<String, Object>> whole = new ArrayList<>();
    List<Map<String, Object>> continuous = new ArrayList<>();
    List<Map<String, Object>> categorical = new ArrayList<>();
    for (Hyperparameter parameter : parameters) {
      Members range =
          new Members().and("name", parameter.name()).and("isTunable", parameter.tunable());
      switch (parameter.type()) {
        case "integer" ->
            whole.add(
                range
                    .and("minValue", Integer.valueOf(parameter.least()))
                    .and("maxValue", Integer.valueOf(parameter.most()))
                    .map());
        case "continuous" ->
            continuous.add(
                range
                    .and("minValue", Double.valueOf(parameter.least()))
                    .and("maxValue", Double.valueOf(parameter.most()))
                    .map());
        default -> categorical.add(range.and("values", parameter.categories()).map());
      }
    }
    return Map.of(
        "integerHyperParameterRanges", whole,
        "continuousHyperParameterRanges", continuous,
        "categoricalHyperParameterRanges", categorical);
  }

  private Map<String, Object> featureTransformation(Call call) {
    String arn = call.text("featureTransformationArn");
    Recipe recipe = catalog.named(arn, call.world().key().partition(), "feature-transformation");
    Members defaults = new Members();
    catalog
        .featurization(recipe)
        .forEach(parameter -> defaults.and(parameter.name(), parameter.initial()));
    Members transformation =
        new Members()
            .and("name", recipe.name())
            .and("featureTransformationArn", arn)
            .and("defaultParameters", defaults.map())
            .and("status", "ACTIVE")
            .and("creationDateTime", Recipes.MADE)
            .and("lastUpdatedDateTime", Recipes.MADE);
    return Map.of("featureTransformation", transformation.map());
  }
}
