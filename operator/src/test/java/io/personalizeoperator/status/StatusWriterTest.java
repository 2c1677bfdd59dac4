package io.personalizeoperator.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON patch (RFC 6902) from one status to the next, and what is worth none. */
class StatusWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** What an API server does with a JSON patch of these two operations (RFC 6902, section 4). */
  private static JsonNode apply(JsonNode status, JsonNode patch) {
    ObjectNode resource = JSON.createObjectNode();
    if (status != null) {
      resource.set("status", status.deepCopy());
    }
    patch.forEach(
        operation -> {
          String path = operation.get("path").asText();
          int last = path.lastIndexOf('/');
          ObjectNode parent =
              last == 0 ? resource : (ObjectNode) resource.at(path.substring(0, last));
          String name = path.substring(last + 1);
          switch (operation.get("op").asText()) {
            case "add" -> parent.set(name, operation.get("value"));
            case "remove" -> assertThat(parent.remove(name)).isNotNull();
            default -> throw new AssertionError(operation);
          }
        });
    return resource.get("status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                  | {'a':1}         | [{'op':'add','path':'/status/a','value':1}]",
        "{'a':1}             | {'a':1}         | []",
        "{'a':1,'b':2}       | {'a':1,'b':3}   | [{'op':'add','path':'/status/b','value':3}]",
        "{'a':1,'b':2}       | {'b':2}         | [{'op':'remove','path':'/status/a'}]",
        "{'o':{'x':1,'y':2}} | {'o':{'y':2}}   | [{'op':'add','path':'/status/o','value':{'y':2}}]",
        "{'o':{'x':1}}       | {'o':{'x':1}}   | []",
        "{'o':[1,2]}         | {'o':[1]}       | [{'op':'add','path':'/status/o','value':[1]}]"
      })
  void thePatchHoldsWhatDiffersAndNothingElse(String before, String after, String patch)
      throws JsonProcessingException {
    assertThat(StatusWriter.changes(json(before), json(after)))
        .isEqualTo(JSON.readTree(patch.replace('\'', '"')));
  }

  @Test
  void aFirstStatusIsWrittenWhole() {
    ObjectNode first = json("{'a':1}");
    assertThat(apply(null, StatusWriter.changes(null, first))).isEqualTo(first);
    assertThat(apply(null, StatusWriter.changes(JSON.nullNode(), first))).isEqualTo(first);
  }

  @Test
  void whatThePatchMakesOfTheOldStatusIsTheNewOne() {
    Random random = new Random(20261124);
    for (int i = 0; i < 20_000; i++) {
      ObjectNode before = object(random, 0);
      ObjectNode after = object(random, 0);

      assertThat(apply(before, StatusWriter.changes(before, after)))
          .as("from %s", before)
          .isEqualTo(after);
      assertThat(StatusWriter.changes(after, after)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'awsStatus':'CREATE PENDING'}                  | {'awsStatus':'CREATE IN_PROGRESS'}                   | true",
        "{'awsStatus':'CREATE PENDING','m':'is CREATE PENDING.'} | {'awsStatus':'CREATE IN_PROGRESS','m':'is CREATE IN_PROGRESS.'} | true",
        "{'awsStatus':'CREATE PENDING'}                  | {'awsStatus':'CREATE PENDING','awsCreated':'t'}      | true",
        "{'v':{'status':'CREATE PENDING'}}               | {'v':{'status':'CREATE IN_PROGRESS'}}                | true",
        "{'awsStatus':'CREATE PENDING','awsCreated':'t'} | {'awsStatus':'CREATE IN_PROGRESS','awsCreated':'u'}  | false",
        "{'awsStatus':'CREATE PENDING'}                  | {'awsStatus':'CREATE IN_PROGRESS','observedGeneration':2} | false",
        "{'awsStatus':'CREATE PENDING'}                  | {'awsStatus':'ACTIVE','awsCreated':'t'}              | false",
        "{'awsStatus':'ACTIVE'}                          | {'awsStatus':'ACTIVE','awsCreated':'t'}              | false",
        "{'awsStatus':'CREATE PENDING'}                  | {'awsStatus':'CREATE FAILED'}                        | false",
        "{}                                              | {'awsStatus':'CREATE PENDING'}                       | false"
      })
  void aStepWithinACreationIsNoWriteByItself(String before, String after, boolean isAll) {
    assertThat(CreationStep.isAll(json(before), json(after))).isEqualTo(isAll);
  }

  @Test
  void aFirstStatusIsNoStep() {
    assertThat(CreationStep.isAll(null, json("{'awsStatus':'CREATE PENDING'}"))).isFalse();
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JSON.createObjectNode();
    for (String name : new String[] {"a", "b", "c"}) {
      switch (random.nextInt(5)) {
        case 0 -> object.put(name, random.nextInt(2));
        case 1 -> object.putArray(name).add(random.nextInt(2));
        case 2 -> {
          if (depth < 2) {
            object.set(name, object(random, depth + 1));
          }
        }
        default -> {
          // Left out.
        }
      }
    }
    return object;
  }
}
