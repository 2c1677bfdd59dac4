package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;

/** The rules on schemas, each with the page of the developer guide that it comes from. */
class SchemaRulesTest extends SimulatorTest {
  private static final String EVENTS = "USER_ID string, ITEM_ID string, TIMESTAMP long";
  private static final String ACTED =
      "USER_ID string, ACTION_ID string, EVENT_TYPE string, TIMESTAMP long";

  private String create(String domain, String record, String fields) {
    String text = SchemaText.of(record, fields.replace("EVENTS", EVENTS).replace("ACTED", ACTED));
    return personalize
        .createSchema(request -> request.name("s").schema(text).domain(domain))
        .schemaArn();
  }

  /** Fields: EVENTS and ACTED stand for the required fields of interactions. */
  @ParameterizedTest(name = "{0}: {2} {1} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          how-it-works-dataset-schema      |                 | Movies             | ITEM_ID string, YEAR int                                          | name Movies must match a dataset type
          how-it-works-dataset-schema      |                 | Items              | ITEM_ID string, A_B int, AB int                                   | A_B and AB
          how-it-works-dataset-schema      |                 | Items              | ITEM_ID string, YEAR int categorical                              | YEAR of the schema must have the type string
          how-it-works-dataset-schema      |                 | Items              | ITEM_ID string, YEAR int textual                                  | YEAR of the schema must have the type string
          how-it-works-dataset-schema      |                 | Users              | USER_ID string, AGE int, BIO string textual                       | Only the schema of an ITEMS dataset
          how-it-works-dataset-schema      |                 | Interactions       | EVENTS, COMMENT string textual                                    | Only the schema of an ITEMS dataset
          custom-datasets-and-schemas      |                 | Interactions       | USER_ID string, ITEM_ID string                                    | it has no [TIMESTAMP]
          custom-datasets-and-schemas      |                 | Interactions       | USER_ID string, ITEM_ID string, TIMESTAMP int                     | TIMESTAMP of the schema must have the type long
          custom-datasets-and-schemas      |                 | Interactions       | USER_ID string?, ITEM_ID string, TIMESTAMP long                   | USER_ID of the schema must not allow null
          custom-datasets-and-schemas      |                 | Interactions       | EVENTS, EVENT_TYPE string categorical                             | EVENT_TYPE of the schema must not be categorical
          custom-datasets-and-schemas      |                 | Interactions       | EVENTS, EVENT_TYPE int                                            | EVENT_TYPE of the schema must have the type string
          interactions-datasets            |                 | Interactions       | EVENTS, EVENT_TYPE string?                                        | EVENT_TYPE of the schema must not allow null
          custom-datasets-and-schemas      |                 | Interactions       | EVENTS, EVENT_VALUE double                                        | EVENT_VALUE of the schema must have the type float
          custom-datasets-and-schemas      |                 | Interactions       | EVENTS, IMPRESSION string categorical                             | IMPRESSION of the schema must not be categorical
          custom-datasets-and-schemas      |                 | Interactions       | EVENTS, RECOMMENDATION_ID long                                    | RECOMMENDATION_ID of the schema must have the type string
          custom-datasets-and-schemas      |                 | Interactions       | EVENTS, EVENT_ATTRIBUTION_SOURCE string categorical               | EVENT_ATTRIBUTION_SOURCE of the schema must not be categorical
          custom-datasets-and-schemas      |                 | Items              | ITEM_ID string, YEAR int, CREATION_TIMESTAMP string               | CREATION_TIMESTAMP of the schema must have the type long
          custom-datasets-and-schemas      |                 | Items              | ITEM_ID string, CREATION_TIMESTAMP long                           | at least one metadata field
          custom-datasets-and-schemas      |                 | Items              | ITEM_ID string, TITLE string                                      | at least one metadata field
          custom-datasets-and-schemas      |                 | Users              | USER_ID string, NAME string                                       | at least one metadata field
          custom-datasets-and-schemas      |                 | Users              | USER_ID string, ADULT boolean                                     | at least one metadata field
          custom-datasets-and-schemas      |                 | Actions            | ACTION_ID string, VALUE long                                      | at least one metadata field
          custom-datasets-and-schemas      |                 | Actions            | ACTION_ID string, YEAR int, VALUE int                             | VALUE of the schema must have the type long
          custom-datasets-and-schemas      |                 | Actions            | ACTION_ID string, YEAR int, TYPE string categorical               | TYPE of the schema must not be categorical
          custom-datasets-and-schemas      |                 | Actions            | ACTION_ID string, YEAR int, EXPIRATION_TIMESTAMP string           | EXPIRATION_TIMESTAMP of the schema must have the type long
          custom-datasets-and-schemas      |                 | Actions            | ACTION_ID string, YEAR int, REPEAT_FREQUENCY float                | REPEAT_FREQUENCY of the schema must have the type long
          custom-datasets-and-schemas      |                 | ActionInteractions | USER_ID string, ACTION_ID string, TIMESTAMP long                  | it has no [EVENT_TYPE]
          custom-datasets-and-schemas      |                 | Users              | USER_ID string, M*26                                              | at most 25 metadata fields; it has 26
          custom-datasets-and-schemas      |                 | Items              | ITEM_ID string, M*101                                             | at most 100 metadata fields; it has 101
          custom-datasets-and-schemas      |                 | Actions            | ACTION_ID string, M*11                                            | at most 10 metadata fields; it has 11
          limits                           |                 | Interactions       | EVENTS, EVENT_TYPE string, M*6                                    | at most 5 metadata fields; it has 6
          limits                           |                 | ActionInteractions | ACTED, M*6                                                        | at most 5 metadata fields; it has 6
          limits                           |                 | Items              | ITEM_ID string, A string textual, B string textual                | at most 1 textual field
          native-recipe-semantic-similarity|                 | Items              | ITEM_ID string, Y int, A string itemName, B string itemName       | at most 1 item name
          native-recipe-semantic-similarity|                 | Items              | ITEM_ID string, Y int itemName                                    | Y of the schema must have the type string
          ECOMMERCE-datasets-and-schemas   | ECOMMERCE       | Interactions       | EVENTS                                                            | it has no [EVENT_TYPE]
          ECOMMERCE-datasets-and-schemas   | ECOMMERCE       | Items              | ITEM_ID string, PRICE double, CATEGORY_L1 string categorical      | PRICE of the schema must have the type float
          ECOMMERCE-datasets-and-schemas   | ECOMMERCE       | Items              | ITEM_ID string, PRICE float, CATEGORY_L1 string                   | CATEGORY_L1 of the schema must be categorical
          ECOMMERCE-datasets-and-schemas   | ECOMMERCE       | Items              | ITEM_ID string, PRICE float                                       | it has no [CATEGORY_L1]
          ECOMMERCE-datasets-and-schemas   | ECOMMERCE       | Items              | ITEM_ID string, PRICE float, CATEGORY_L1 string categorical, GENDER string | GENDER of the schema must be categorical
          ECOMMERCE-datasets-and-schemas   | ECOMMERCE       | Items              | ITEM_ID string, PRICE float, CATEGORY_L1 string categorical, PRODUCT_DESCRIPTION string | PRODUCT_DESCRIPTION of the schema must be textual
          VIDEO-ON-DEMAND-datasets-and-schemas | VIDEO_ON_DEMAND | Items          | ITEM_ID string, CREATION_TIMESTAMP long, GENRES string            | GENRES of the schema must be categorical
          VIDEO-ON-DEMAND-datasets-and-schemas | VIDEO_ON_DEMAND | Items          | ITEM_ID string, GENRES string categorical                         | it has no [CREATION_TIMESTAMP]
          VIDEO-ON-DEMAND-datasets-and-schemas | VIDEO_ON_DEMAND | Items          | ITEM_ID string, CREATION_TIMESTAMP long, GENRES string categorical, PRICE int | PRICE of the schema must have the type float
          VIDEO-ON-DEMAND-datasets-and-schemas | VIDEO_ON_DEMAND | Items          | ITEM_ID string, CREATION_TIMESTAMP long, GENRES string categorical, DURATION long | DURATION of the schema must have the type float
          VIDEO-ON-DEMAND-datasets-and-schemas | VIDEO_ON_DEMAND | Users          | USER_ID string, SUBSCRIPTION_MODEL string                         | SUBSCRIPTION_MODEL of the schema must be categorical
          actions-datasets                 | ECOMMERCE       | Actions            | ACTION_ID string, YEAR int                                        | cannot have an ACTIONS dataset
          action-interactions-datasets     | VIDEO_ON_DEMAND | ActionInteractions | ACTED                                                             | cannot have an ACTION_INTERACTIONS dataset
          """)
  void aSchemaIsRefused(String page, String domain, String record, String fields, String message) {
    assertThatThrownBy(() -> create(domain, record, fields))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}: {2} {1} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          interactions-dataset-requirements    |                 | Interactions       | EVENTS, EVENT_TYPE string, EVENT_VALUE float?, IMPRESSION string, M*5
          user-dataset-requirements            |                 | Users              | USER_ID string, AGE int, GENDER string categorical
          custom-datasets-and-schemas          |                 | Users              | USER_ID string, M*25
          custom-datasets-and-schemas          |                 | Items              | ITEM_ID string, CREATION_TIMESTAMP long, M*100
          item-dataset-requirements            |                 | Items              | ITEM_ID string, GENRES string? categorical, CREATION_TIMESTAMP long, DESCRIPTION string? textual
          native-recipe-semantic-similarity    |                 | Items              | ITEM_ID string, HEADLINE string itemName, BODY string? textual
          actions-datasets                     |                 | Actions            | ACTION_ID string, VALUE long?, MEMBERSHIP_LEVEL string? categorical, CREATION_TIMESTAMP long, REPEAT_FREQUENCY long?
          action-interactions-datasets         |                 | ActionInteractions | ACTED
          ECOMMERCE-items-dataset              | ECOMMERCE       | Items              | ITEM_ID string, PRICE float, CATEGORY_L1 string categorical
          ECOMMERCE-users-dataset              | ECOMMERCE       | Users              | USER_ID string, MEMBERSHIP_STATUS string categorical
          VIDEO-ON-DEMAND-items-dataset        | VIDEO_ON_DEMAND | Items              | ITEM_ID string, GENRES string categorical, CREATION_TIMESTAMP long
          VIDEO-ON-DEMAND-users-dataset        | VIDEO_ON_DEMAND | Users              | USER_ID string, SUBSCRIPTION_MODEL string categorical
          """)
  void aSchemaIsTaken(String page, String domain, String record, String fields) {
    assertThat(create(domain, record, fields)).endsWith("schema/s");
  }

  /** The page is updating-dataset-schema for all of them. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ITEM_ID string, PLAN string categorical                           | must keep the field TITLE
          ITEM_ID string, PLAN string categorical, TITLE int                | must keep the type and the attributes of the field TITLE
          ITEM_ID string, PLAN string categorical, TITLE string?            | must keep the type and the attributes of the field TITLE
          ITEM_ID string, PLAN string categorical, TITLE string categorical | must keep the type and the attributes of the field TITLE
          ITEM_ID string, PLAN string categorical, TITLE string itemName    | must keep the type and the attributes of the field TITLE
          ITEM_ID string, PLAN string categorical, TITLE string, YEAR int   | new field YEAR must allow null
          ITEM_ID string, PLAN string categorical, TITLE string, YEAR int?  |
          """)
  void aSchemaIsReplaced(String next, String message) {
    Pipeline pipeline = new Pipeline(simulator, personalize);
    String group = pipeline.datasetGroup("movies");
    String first =
        pipeline.schema(
            "first",
            SchemaText.of("Items", "ITEM_ID string, PLAN string categorical, TITLE string"));
    String dataset = pipeline.dataset(group, "Items", first);
    String second = pipeline.schema("second", SchemaText.of("Items", next));
    if (message == null) {
      personalize.updateDataset(request -> request.datasetArn(dataset).schemaArn(second));
    } else {
      assertThatThrownBy(
              () ->
                  personalize.updateDataset(
                      request -> request.datasetArn(dataset).schemaArn(second)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(message);
    }
  }

  /** Developer guide, "Replacing a dataset's schema to add new columns". */
  @Test
  void onlyTheSchemasOfItemsAndUsersAreReplaced() {
    Pipeline pipeline = new Pipeline(simulator, personalize);
    String group = pipeline.datasetGroup("movies");
    String first = pipeline.schema("first", SchemaText.of("Interactions", EVENTS));
    String dataset = pipeline.dataset(group, "Interactions", first);
    String second =
        pipeline.schema("second", SchemaText.of("Interactions", EVENTS + ", EVENT_VALUE float?"));
    assertThatThrownBy(
            () ->
                personalize.updateDataset(request -> request.datasetArn(dataset).schemaArn(second)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Items or Users");
  }
}
