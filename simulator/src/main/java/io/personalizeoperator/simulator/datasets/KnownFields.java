package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FilterDataset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The required fields and reserved keywords of each dataset type, in custom groups and domains. */
final class KnownFields {
  private static final String ALL = "all";
  private static final String CUSTOM = "custom";
  private static final List<String> GROUPS = List.of(CUSTOM, "ECOMMERCE", "VIDEO_ON_DEMAND");
  private static final Map<String, Map<FilterDataset, Map<String, KnownField>>> FIELDS = read();

  private KnownFields() {}

  /**
   * The known fields of that dataset type by name; none when the groups of that domain have no such
   * datasets.
   *
   * @param domain null for custom groups
   */
  static Map<String, KnownField> of(FilterDataset type, String domain) {
    return FIELDS.get(domain == null ? CUSTOM : domain).getOrDefault(type, Map.of());
  }

  private static Map<String, Map<FilterDataset, Map<String, KnownField>>> read() {
    Map<String, Map<FilterDataset, Map<String, KnownField>>> fields = new HashMap<>();
    try (var stream = KnownFields.class.getResourceAsStream("fields.txt");
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|"))
          .forEach(
              parts -> {
                for (String group : parts[0].equals(ALL) ? GROUPS : List.of(parts[0])) {
                  fields
                      .computeIfAbsent(group, name -> new HashMap<>())
                      .computeIfAbsent(
                          FilterDataset.valueOf(parts[1]), type -> new LinkedHashMap<>())
                      .put(parts[2], field(parts));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  private static KnownField field(String[] parts) {
    Set<AvroType> types =
        Arrays.stream(parts[4].split(","))
            .map(type -> AvroType.valueOf(type.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return new KnownField(
        parts[2],
        parts[3].equals("required"),
        types,
        parts[5].equals("null"),
        KnownField.Attribute.valueOf(parts[6].toUpperCase(Locale.ROOT)),
        !parts[0].equals(ALL) && !parts[0].equals(CUSTOM));
  }
}
