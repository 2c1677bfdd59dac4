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

/** The merge patch (RFC 7386) from one status to the next. */
class StatusWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** What an API server does with a merge patch (RFC 7386, section 2). */
  private static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target != null && target.isObject() ? target.deepCopy() : JSON.createObjectNode();
    patch
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                result.remove(field.getKey());
              } else {
                result.set(field.getKey(), apply(result.get(field.getKey()), field.getValue()));
              }
            });
    return result;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                      | {'a':1}                | {'a':1}",
        "{'a':1}                 | {'a':1}                | {}",
        "{'a':1,'b':2}           | {'a':1,'b':3}          | {'b':3}",
        "{'a':1,'b':2}           | {'b':2}                | {'a':null}",
        "{'o':{'x':1,'y':2}}     | {'o':{'x':1,'y':3}}    | {'o':{'y':3}}",
        "{'o':{'x':1,'y':2}}     | {'o':{'y':2}}          | {'o':{'x':null}}",
        "{'o':{'x':1}}           | {'o':{'x':1}}          | {}",
        "{'o':{'x':1}}           | {}                     | {'o':null}",
        "{}                      | {'o':{'x':1}}          | {'o':{'x':1}}",
        "{'o':[1,2]}             | {'o':[1]}              | {'o':[1]}",
        "{'o':[1]}               | {'o':{'x':1}}          | {'o':{'x':1}}",
        "{'o':{'x':1}}           | {'o':[1]}              | {'o':[1]}"
      })
  void thePatchHoldsWhatDiffersAndNothingElse(String before, String after, String patch) {
    assertThat(StatusWriter.difference(json(before), json(after))).isEqualTo(json(patch));
  }

  @Test
  void aFirstStatusIsWrittenWhole() {
    assertThat(StatusWriter.difference(null, json("{'a':1}"))).isEqualTo(json("{'a':1}"));
    assertThat(StatusWriter.difference(json("null"), json("{'a':1}"))).isEqualTo(json("{'a':1}"));
  }

  @Test
  void whatThePatchMakesOfTheOldStatusIsTheNewOne() {
    Random random = new Random(20261124);
    for (int i = 0; i < 20_000; i++) {
      JsonNode before = object(random, 0);
      JsonNode after = object(random, 0);

      assertThat(apply(before, StatusWriter.difference(before, after)))
          .as("from %s", before)
          .isEqualTo(after);
      assertThat(StatusWriter.difference(after, after)).isEmpty();
    }
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
