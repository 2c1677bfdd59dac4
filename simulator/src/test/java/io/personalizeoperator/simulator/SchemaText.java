package io.personalizeoperator.simulator;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes schemas in Avro from a short form: fields with commas between them, each a name, a type
 * with {@code ?} when null is allowed, and attributes. {@code M*5} stands for five categories.
 */
final class SchemaText {
  private SchemaText() {}

  /** The schema with that record name, such as {@code Items}. */
  static String of(String record, String fields) {
    return """
        {"type":"record","name":"%s","namespace":"com.amazonaws.personalize.schema","fields":[%s],"version":"1.0"}"""
        .formatted(
            record,
            Arrays.stream(fields.split(","))
                .map(field -> field(field.strip().split(" +")))
                .collect(Collectors.joining(",")));
  }

  private static String field(String[] words) {
    if (words[0].contains("*")) {
      int count = Integer.parseInt(words[0].substring(words[0].indexOf('*') + 1));
      return IntStream.range(0, count)
          .mapToObj(i -> field(new String[] {"M" + i, "string", "categorical"}))
          .collect(Collectors.joining(","));
    }
    String type = words[1].replace("?", "");
    String attributes =
        Arrays.stream(words).skip(2).map(",\"%s\":true"::formatted).collect(Collectors.joining());
    return "{\"name\":\"%s\",\"type\":%s%s}"
        .formatted(
            words[0],
            words[1].endsWith("?") ? "[\"null\",\"%s\"]".formatted(type) : "\"%s\"".formatted(type),
            attributes);
  }
}
