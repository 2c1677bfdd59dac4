package io.personalizeoperator.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills every member of a request of the SDK, at any depth, with a value that is valid for its
 * name.
 */
final class Filler {
  private static final Map<String, Object> SAMPLES = new HashMap<>();

  static {
    SAMPLES.put("roleArn", SimulatorTest.ROLE);
    SAMPLES.put("kmsKeyArn", "arn:aws:kms:eu-west-1:123456789012:key/abc");
    SAMPLES.put("path", "s3://bucket/path/");
    SAMPLES.put("dataLocation", "s3://bucket/data.csv");
    SAMPLES.put("schedulingExpression", "rate(3 days)");
    SAMPLES.put("objectiveSensitivity", "LOW");
    SAMPLES.put("itemExplorationConfig", Map.of("explorationWeight", "0.5"));
    SAMPLES.put("rankingInfluence", Map.of("POPULARITY", 0.5));
    SAMPLES.put("recipeList", List.of(Pipeline.RECIPE));
    SAMPLES.put("expression", "SUM(Items.PRICE)");
    SAMPLES.put("recipeProvider", "SERVICE");
    SAMPLES.put("minValue", 1);
    SAMPLES.put("maxValue", 9);
  }

  private Filler() {}

  /**
   * Fills a builder.
   *
   * @param given values by name, at any depth, instead of the samples
   * @param omitted names of members to leave out
   */
  static Object fill(SdkPojo builder, Map<String, ?> given, Set<String> omitted) {
    for (SdkField<?> field : builder.sdkFields()) {
      String name = field.locationName();
      if (!omitted.contains(name)) {
        field.set(
            builder, given.containsKey(name) ? given.get(name) : value(field, given, omitted));
      }
    }
    return ((Buildable) builder).build();
  }

  private static Object value(SdkField<?> field, Map<String, ?> given, Set<String> omitted) {
    String name = field.locationName();
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.DOUBLE) {
      return name.endsWith("Value") ? (Object) (name.startsWith("max") ? 9.0 : 1.0) : (Object) 0.5;
    }
    if (SAMPLES.containsKey(name)) {
      return SAMPLES.get(name);
    }
    if (type == MarshallingType.SDK_POJO) {
      Supplier<SdkPojo> constructor = field.constructor();
      return fill(constructor.get(), given, omitted);
    }
    if (type == MarshallingType.LIST) {
      return List.of(value(field.getTrait(ListTrait.class).memberFieldInfo(), given, omitted));
    }
    if (type == MarshallingType.MAP) {
      return Map.of(
          "ITEMS", value(field.getTrait(MapTrait.class).valueFieldInfo(), given, omitted));
    }
    if (type == MarshallingType.INTEGER) {
      return 5;
    }
    return type == MarshallingType.BOOLEAN ? (Object) true : "watch";
  }
}
