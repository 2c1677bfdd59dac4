package io.personalizeoperator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** Shapes of the AWS SDK by the names that their members have on the wire. */
final class SdkShape {
  private SdkShape() {}

  /** The members that are set. */
  static Map<String, Object> members(SdkPojo shape) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (SdkField<?> field : shape.sdkFields()) {
      Object value = field.getValueOrDefault(shape);
      boolean set =
          value != null
              && !(value instanceof SdkAutoConstructList)
              && !(value instanceof SdkAutoConstructMap);
      if (set) {
        all.put(field.locationName(), value);
      }
    }
    return all;
  }

  /** A shape of which every member is known. */
  static Object read(Class<?> shape, JsonNode tree) {
    try {
      return filled((SdkPojo) shape.getMethod("builder").invoke(null), tree);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Every shape of the SDK has a builder", e);
    }
  }

  private static Object filled(SdkPojo builder, JsonNode tree) {
    tree.properties()
        .forEach(
            member -> {
              SdkField<?> field = field(builder, member.getKey());
              field.set(builder, value(field, member.getValue()));
            });
    return ((Buildable) builder).build();
  }

  private static SdkField<?> field(SdkPojo builder, String name) {
    Optional<SdkField<?>> known =
        builder.sdkFields().stream().filter(f -> f.locationName().equals(name)).findFirst();
    return known.orElseThrow(() -> new IllegalArgumentException("AWS has no member " + name));
  }

  private static Object value(SdkField<?> field, JsonNode tree) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      return filled(field.constructor().get(), tree);
    }
    if (type == MarshallingType.LIST) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      List<Object> all = new ArrayList<>();
      tree.forEach(item -> all.add(value(member, item)));
      return all;
    }
    if (type == MarshallingType.MAP) {
      SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> all = new HashMap<>();
      tree.properties().forEach(e -> all.put(e.getKey(), value(member, e.getValue())));
      return all;
    }
    return scalar(type, tree);
  }

  private static Object scalar(MarshallingType<?> type, JsonNode tree) {
    if (type == MarshallingType.INSTANT) {
      return Instant.parse(tree.asText());
    }
    if (type == MarshallingType.INTEGER) {
      return tree.intValue();
    }
    if (type == MarshallingType.DOUBLE) {
      return tree.doubleValue();
    }
    return type == MarshallingType.BOOLEAN ? (Object) tree.booleanValue() : tree.textValue();
  }
}
