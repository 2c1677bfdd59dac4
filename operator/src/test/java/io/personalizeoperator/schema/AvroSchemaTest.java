package io.personalizeoperator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.testing.Manifests;
import org.junit.jupiter.api.Test;

class AvroSchemaTest {
  private static final String FIELDS =
      """
      metadata: {name: s}
      spec:
        type: Action_Interactions
        fields:
        - {name: USER_ID}
        - {name: TIMESTAMP, type: LONG}
        - {name: GENRES, type: STRING, nullable: true, categorical: true}
        - {name: PLOT, nullable: false, textual: true, categorical: false}
      """;
  private static final String AVRO =
      """
      {"type":"record","name":"ActionInteractions","namespace":"com.amazonaws.personalize.schema",
       "fields":[
         {"name":"USER_ID","type":"string"},
         {"name":"TIMESTAMP","type":"long"},
         {"name":"GENRES","type":["null","string"],"categorical":true},
         {"name":"PLOT","type":"string","textual":true}],
       "version":"1.0"}
      """;

  private static AvroSchema ofFields() {
    return AvroSchema.of(Manifests.read(Schema.class, FIELDS).getSpec());
  }

  private static AvroSchema ofText(String avro) {
    Schema schema = Manifests.read(Schema.class, "metadata: {name: s}\nspec: {avro: '{}'}");
    var spec = schema.getSpec();
    return AvroSchema.of(
        new io.personalizeoperator.api.schema.SchemaSpec(
            null, null, spec.deletionPolicy(), null, null, null, null, null, null, avro));
  }

  @Test
  void fieldsBecomeAvro() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();

    assertThat(json.readTree(ofFields().text())).isEqualTo(json.readTree(AVRO));
    assertThat(ofFields().problem()).isEmpty();
  }

  @Test
  void avroTextIsSentAsItIs() {
    assertThat(ofText(AVRO).text()).isEqualTo(AVRO);
  }

  @Test
  void theLayoutAndTheOrderOfTheKeysDoNotMatter() {
    String otherwise =
        """
        { "version" : "1.0", "name":"ActionInteractions",
          "fields":[ {"type":"string", "name":"USER_ID"}, {"type":"long","name":"TIMESTAMP"},
            {"categorical":true,"name":"GENRES","type":["null","string"]},
            {"name":"PLOT","textual":true,"type":"string"} ],
          "namespace":"com.amazonaws.personalize.schema","type":"record" }
        """;

    assertThat(ofFields().differencesTo(otherwise)).isEmpty();
    assertThat(ofText(otherwise).differencesTo(AVRO)).isEmpty();
    assertThat(ofText(otherwise).hash()).isEqualTo(ofFields().hash()).hasSize(16);
  }

  @Test
  void theOrderOfAUnionAndASwitchThatIsOffDoNotMatter() {
    String otherwise =
        AVRO.replace("[\"null\",\"string\"]", "[\"string\",\"null\"]")
            .replace("\"textual\":true", "\"textual\":true,\"categorical\":false");

    assertThat(ofFields().differencesTo(otherwise)).isEmpty();
    assertThat(ofText(AVRO).differencesTo(otherwise)).isEmpty();
    assertThat(ofText(otherwise).differencesTo(AVRO)).isEmpty();
    assertThat(ofText(otherwise).hash()).isEqualTo(ofFields().hash());
    assertThat(ofText(otherwise).text()).as("it is sent as it is written").isEqualTo(otherwise);
  }

  @Test
  void theOrderOfTheFieldsAndEveryValueMatters() {
    assertThat(ofFields().differencesTo(AVRO.replace("[\"null\",\"string\"]", "\"string\"")))
        .containsExactly("column GENRES is {\"type\":\"string\",\"categorical\":true} in AWS");
    String user = "{\"name\":\"USER_ID\",\"type\":\"string\"}";
    String time = "{\"name\":\"TIMESTAMP\",\"type\":\"long\"}";
    String swapped = AVRO.replace(user, "@").replace(time, user).replace("@", time);
    assertThat(ofFields().differencesTo(swapped))
        .containsExactly("the columns have another order in AWS");
    assertThat(ofFields().differencesTo(AVRO.replace("PLOT", "TITLE")))
        .containsExactly("column TITLE is only in AWS", "column PLOT is not in AWS");
    assertThat(ofFields().differencesTo(AVRO.replace("1.0", "1.1")))
        .containsExactly("version is \"1.1\" in AWS");
    assertThat(ofText(AVRO.replace("1.0", "1.1")).hash()).isNotEqualTo(ofFields().hash());
  }

  @Test
  void textThatIsNoJsonIsToldWithItsPlace() {
    AvroSchema broken = ofText("{\n  \"type\": record}");

    assertThat(broken.problem())
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith("spec.avro is not JSON: ")
                    .contains("line 2, column"));
    assertThat(broken.differencesTo("{\n  \"type\": record}")).isNotEmpty();
    assertThat(broken.hash()).hasSize(16);
  }

  @Test
  void textWithSomethingAfterItsEndOrWithNothingInItIsNoJson() {
    assertThat(ofText(AVRO + "}").problem()).isPresent();
    assertThat(ofText(" ").problem()).isPresent();
  }

  @Test
  void anAnswerOfAwsThatIsNoJsonIsAnotherContent() {
    assertThat(ofFields().differencesTo("nonsense"))
        .containsExactly("the content is no JSON in AWS");
  }
}
