package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.DirectClient.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules on the configuration of solutions, each with the page of the developer guide or the
 * type of the API reference that it comes from.
 */
class SolutionRulesTest extends SimulatorTest {
  private DirectClient direct;
  private String group;

  @BeforeEach
  void prepare() {
    direct = new DirectClient(simulator);
    Pipeline pipeline = new Pipeline(simulator, personalize);
    group = pipeline.groupWithData("movies");
    pipeline.dataset(
        group,
        "Items",
        pipeline.schema(
            "items",
            SchemaText.of(
                "Items", "ITEM_ID string, PRICE float, RATING int?, GENRE string categorical")));
  }

  private Answer create(String recipe, boolean hpo, String config) {
    JsonNode json = DirectClient.parse(config.replace('\'', '"'));
    Map<String, Object> input = new HashMap<>();
    input.put("name", "s");
    input.put("datasetGroupArn", group);
    input.put("recipeArn", "arn:aws:personalize:::recipe/" + recipe);
    input.put("performHPO", hpo);
    input.put("solutionConfig", json);
    return direct.call("CreateSolution", input);
  }

  private static String hpo(String resources, String ranges) {
    return "{'hpoConfig':{'hpoResourceConfig':{%s},'algorithmHyperParameterRanges':{%s}}}"
        .formatted(resources, ranges);
  }

  private static void refused(Answer answer, String message) {
    assertThat(answer.body()).contains(message);
    assertThat(answer.error()).isEqualTo("InvalidInputException");
  }

  /** Columns: the page, the recipe, the solutionConfig, the message. */
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | {'algorithmHyperParameters':{'hiden_dimension':'64'}} | hiden_dimension is no hyperparameter of the recipe aws-user-personalization; there are [hidden_dimension, bptt, recency_mask]
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | {'algorithmHyperParameters':{'hidden_dimension':'31'}} | hidden_dimension must be a whole number from 32 to 256; it is 31
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | {'algorithmHyperParameters':{'hidden_dimension':'64.5'}} | hidden_dimension must be a whole number from 32 to 256
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | {'algorithmHyperParameters':{'bptt':'33'}} | bptt must be a whole number from 2 to 32
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | {'algorithmHyperParameters':{'recency_mask':'yes'}} | recency_mask must be one of [true, false]; it is yes
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | {'featureTransformationParameters':{'max_user_history_length_percentile':'99'}} | max_user_history_length_percentile must be a number from 0.0 to 1.0
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | {'featureTransformationParameters':{'bptt':'8'}} | bptt is no hyperparameter
          native-recipe-user-personalization-v2 | aws-user-personalization-v2 | {'algorithmHyperParameters':{'hidden_dimension':'64'}} | hidden_dimension is no hyperparameter
          native-recipe-user-personalization-v2 | aws-user-personalization-v2 | {'algorithmHyperParameters':{'apply_recency_bias':'1'}} | apply_recency_bias must be one of [true, false]
          native-recipe-sims        | aws-sims                  | {'algorithmHyperParameters':{'popularity_discount_factor':'1.1'}} | popularity_discount_factor must be a number from 0.0 to 1.0
          native-recipe-sims        | aws-sims                  | {'algorithmHyperParameters':{'min_cointeraction_count':'11'}} | min_cointeraction_count must be a whole number from 0 to 10
          native-recipe-similar-items | aws-similar-items       | {'algorithmHyperParameters':{'item_id_hidden_dim':'100'}} | item_id_hidden_dim needs hyperparameter optimization
          native-recipe-similar-items | aws-similar-items       | {'algorithmHyperParameters':{'popularity_discount_factor':'-1'}} | popularity_discount_factor must be a number from 0.0 to 1.0
          native-recipe-trending-now | aws-trending-now         | {'featureTransformationParameters':{'trend_discovery_frequency':'5 minutes'}} | trend_discovery_frequency must be one of [30 minutes, 1 hour, 2 hours, 3 hours, 1 day]
          native-recipe-next-best-action | aws-next-best-action | {'featureTransformationParameters':{'action_optimization_period':'6'}} | action_optimization_period must be a whole number from 7 to 28
          native-recipe-hrnn-coldstart | aws-hrnn-coldstart     | {'featureTransformationParameters':{'cold_start_max_duration':'0'}} | cold_start_max_duration must be a number greater than 0
          native-recipe-hrnn-coldstart | aws-hrnn-coldstart     | {'featureTransformationParameters':{'cold_start_max_interactions':'0'}} | cold_start_max_interactions must be a whole number from 1
          item-affinity-recipe      | aws-item-affinity         | {'algorithmHyperParameters':{'hidden_dimension':'257'}} | hidden_dimension must be a whole number from 32 to 256
          item-attribute-affinity-recipe | aws-item-attribute-affinity | {'algorithmHyperParameters':{'bptt':'8'}} | bptt is no hyperparameter
          native-recipe-popularity  | aws-popularity-count      | {'algorithmHyperParameters':{'bptt':'8'}} | bptt is no hyperparameter of the recipe aws-popularity-count; there are none
          native-recipe-semantic-similarity | aws-semantic-similarity | {'algorithmHyperParameters':{'bptt':'8'}} | there are none
          optimizing-solution-for-objective | aws-user-personalization-v2 | {'optimizationObjective':{'itemAttribute':'PRICE'}} | supported only for solutions that use the aws-user-personalization or aws-personalized-ranking recipe
          optimizing-solution-for-objective | aws-sims              | {'optimizationObjective':{'itemAttribute':'PRICE'}} | supported only for solutions that use
          optimizing-solution-for-objective | aws-user-personalization | {'optimizationObjective':{'itemAttribute':'GENRE'}} | GENRE of optimizationObjective must be a column of the ITEMS dataset with a numerical type that does not allow null
          optimizing-solution-for-objective | aws-user-personalization | {'optimizationObjective':{'itemAttribute':'RATING'}} | RATING of optimizationObjective must be
          optimizing-solution-for-objective | aws-personalized-ranking | {'optimizationObjective':{'itemAttribute':'LENGTH'}} | LENGTH of optimizationObjective must be
          custom-config-columns     | aws-user-personalization  | {'trainingDataConfig':{'excludedDatasetColumns':{'Interactions':['EVENT_TYPE']}}} | EVENT_TYPE cannot be excluded from training
          custom-config-columns     | aws-next-best-action      | {'trainingDataConfig':{'excludedDatasetColumns':{'ITEMS':['GENRE']}}} | only for recipes that generate item recommendations or user segments
          API_TrainingDataConfig    | aws-user-personalization  | {'trainingDataConfig':{'excludedDatasetColumns':{'Movies':['GENRE']}}} | names the dataset type Movies
          """)
  void aConfigurationIsRefused(String page, String recipe, String config, String message) {
    refused(create(recipe, false, config), message);
  }

  /**
   * Columns: the page, the recipe, hpoResourceConfig, algorithmHyperParameterRanges, the message.
   */
  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          API_HPOResourceConfig           | aws-user-personalization | 'maxNumberOfTrainingJobs':'41' | INT[],CONT[],CAT[]      | maxNumberOfTrainingJobs must be a whole number from 1 to 40; it is 41
          API_HPOResourceConfig           | aws-user-personalization | 'maxParallelTrainingJobs':'11' | INT[],CONT[],CAT[]      | maxParallelTrainingJobs must be a whole number from 1 to 10; it is 11
          API_HPOResourceConfig           | aws-user-personalization | 'maxNumberOfTrainingJobs':'many' | INT[],CONT[],CAT[]    | maxNumberOfTrainingJobs must be a whole number
          customizing-solution-config-hpo | aws-user-personalization | | INT[],CAT[]                                              | must have continuousHyperParameterRanges; it can be empty
          customizing-solution-config-hpo | aws-user-personalization | | CONT[],CAT[]                                             | must have integerHyperParameterRanges; it can be empty
          customizing-solution-config-hpo | aws-user-personalization | | INT[{'name':'hidden','minValue':32,'maxValue':64}],CONT[],CAT[]            | hidden is no hyperparameter
          customizing-solution-config-hpo | aws-user-personalization | | INT[],CONT[{'name':'bptt','minValue':2.0,'maxValue':9.0}],CAT[]            | range of the hyperparameter bptt belongs to integerHyperParameterRanges
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | | INT[{'name':'bptt','minValue':1,'maxValue':9}],CONT[],CAT[]    | bptt must be inside: a whole number from 2 to 32
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | | INT[{'name':'bptt','minValue':2,'maxValue':64}],CONT[],CAT[]   | bptt must be inside
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | | INT[{'name':'bptt','minValue':9,'maxValue':8}],CONT[],CAT[]    | minValue of the hyperparameter bptt is greater than its maxValue
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | | INT[],CONT[],CAT[{'name':'recency_mask','values':['maybe']}]   | recency_mask must be inside: one of [true, false]
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | | INT[],CONT[],CAT[{'name':'recency_mask','values':[]}]          | recency_mask must be inside
          native-recipe-sims              | aws-sims          | | INT[],CONT[{'name':'popularity_discount_factor','minValue':0.0,'maxValue':1.5}],CAT[] | popularity_discount_factor must be inside: a number from 0.0 to 1.0
          native-recipe-similar-items     | aws-similar-items | | INT[],CONT[{'name':'popularity_discount_factor','minValue':0.0,'maxValue':1.0}],CAT[] | popularity_discount_factor is no hyperparameter
          native-recipe-user-personalization-v2 | aws-user-personalization-v2 | | INT[],CONT[],CAT[{'name':'apply_recency_bias','values':['true']}] | apply_recency_bias is no hyperparameter
          native-recipe-next-best-action  | aws-next-best-action        | | INT[],CONT[],CAT[] | does not support hyperparameter optimization
          item-affinity-recipe            | aws-item-affinity           | | INT[],CONT[],CAT[] | does not support hyperparameter optimization
          item-attribute-affinity-recipe  | aws-item-attribute-affinity | | INT[],CONT[],CAT[] | does not support hyperparameter optimization
          """)
  void anOptimizationIsRefused(
      String page, String recipe, String resources, String ranges, String message) {
    refused(create(recipe, true, hpo(resources == null ? "" : resources, lists(ranges))), message);
  }

  private static String lists(String ranges) {
    return ranges
        .replace("INT[", "'integerHyperParameterRanges':[")
        .replace("CONT[", "'continuousHyperParameterRanges':[")
        .replace("CAT[", "'categoricalHyperParameterRanges':[");
  }

  /** Columns: the page, the recipe, the solutionConfig. */
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          native-recipe-new-item-USER_PERSONALIZATION | aws-user-personalization | {'algorithmHyperParameters':{'hidden_dimension':'55','bptt':'2','recency_mask':'True'},'featureTransformationParameters':{'min_user_history_length_percentile':'0.01'}}
          customizing-solution-config-hpo | aws-user-personalization | {'hpoConfig':{'hpoResourceConfig':{'maxNumberOfTrainingJobs':'40','maxParallelTrainingJobs':'10'},'algorithmHyperParameterRanges':{'categoricalHyperParameterRanges':[{'name':'recency_mask','values':['true','false']}],'integerHyperParameterRanges':[{'name':'bptt','minValue':2,'maxValue':22}],'continuousHyperParameterRanges':[]}}}
          native-recipe-trending-now   | aws-trending-now         | {'featureTransformationParameters':{'trend_discovery_frequency':'1 hour'}}
          native-recipe-next-best-action | aws-next-best-action   | {'featureTransformationParameters':{'action_optimization_period':'28'}}
          native-recipe-hrnn-coldstart | aws-hrnn-coldstart       | {'featureTransformationParameters':{'cold_start_max_interactions':'1000','cold_start_relative_from':'latestItem'}}
          optimizing-solution-for-objective | aws-user-personalization | {'optimizationObjective':{'itemAttribute':'PRICE','objectiveSensitivity':'LOW'}}
          custom-config-columns        | aws-item-affinity        | {'trainingDataConfig':{'excludedDatasetColumns':{'ITEMS':['PRICE'],'interactions':['DEVICE']}}}
          """)
  void aConfigurationIsTaken(String page, String recipe, String config) {
    assertThat(create(recipe, false, config).body()).contains("solutionArn");
  }

  /** API_CreateSolution: with performAutoML only autoMLConfig is evaluated. */
  @Test
  void withAutoMlTheRestOfTheConfigurationIsNotRead() {
    Map<String, Object> config = Map.of("algorithmHyperParameters", Map.of("unknown", "1"));
    Answer answer =
        direct.call(
            "CreateSolution",
            Map.of(
                "name",
                "s",
                "datasetGroupArn",
                group,
                "performAutoML",
                true,
                "solutionConfig",
                config));
    assertThat(answer.body()).contains("solutionArn");
  }

  /** optimizing-solution-events-config: the dataset must have an EVENT_TYPE column. */
  @Test
  void weightsOfEventsNeedEventTypes() {
    Pipeline pipeline = new Pipeline(simulator, personalize);
    group = pipeline.datasetGroup("plain");
    pipeline.dataset(
        group,
        "Interactions",
        pipeline.schema(
            "plain",
            SchemaText.of("Interactions", "USER_ID string, ITEM_ID string, TIMESTAMP long")));
    String events = "{'eventsConfig':{'eventParametersList':[{'eventType':'watch','weight':0.5}]}}";
    refused(create("aws-user-personalization-v2", false, events), "EVENT_TYPE column");
  }

  /** action-interactions-datasets: not in a domain dataset group. */
  @Test
  void actionsAreNotRecommendedInADomain() {
    group =
        personalize
            .createDatasetGroup(request -> request.name("shop").domain("ECOMMERCE"))
            .datasetGroupArn();
    advance("PT1M");
    refused(create("aws-next-best-action", false, "{}"), "cannot be in a domain dataset group");
  }
}
