package io.personalizeoperator.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Records the members of operations that a client has sent and received. */
final class Coverage implements ExecutionInterceptor {
  private final Set<String> seen = new TreeSet<>();

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    // Only calls that were accepted count.
    String operation = context.request().getClass().getSimpleName().replaceFirst("Request$", "");
    seen.add(operation);
    note(operation + " in", (SdkPojo) context.request());
    note(operation + " out", (SdkPojo) context.response());
  }

  private void note(String path, SdkPojo pojo) {
    for (SdkField<?> field : pojo.sdkFields()) {
      value(path + "." + field.locationName(), field.getValueOrDefault(pojo));
    }
  }

  private void value(String path, Object value) {
    switch (value) {
      case null -> {}
      case SdkPojo pojo -> note(path, pojo);
      case List<?> list -> {
        if (!(list instanceof software.amazon.awssdk.core.util.SdkAutoConstructList<?>)) {
          seen.add(path);
        }
        list.forEach(element -> value(path + "[]", element));
      }
      case Map<?, ?> map -> {
        if (!(map instanceof software.amazon.awssdk.core.util.SdkAutoConstructMap<?, ?>)) {
          seen.add(path);
        }
        map.values().forEach(element -> value(path + "{}", element));
      }
      default -> seen.add(path);
    }
  }

  /** The members of an operation that have not been recorded, by their paths. */
  Set<String> missing(String operation, SdkClasses.Pair classes) {
    Set<String> all = new TreeSet<>(Set.of(operation));
    paths(operation + " in", classes.request(), all);
    paths(operation + " out", classes.response(), all);
    all.removeAll(seen);
    return all;
  }

  private static void paths(String path, SdkPojo pojo, Set<String> all) {
    for (SdkField<?> field : pojo.sdkFields()) {
      path(path + "." + field.locationName(), field, all);
    }
  }

  private static void path(String path, SdkField<?> field, Set<String> all) {
    if (field.marshallingType() == MarshallingType.SDK_POJO) {
      Supplier<SdkPojo> constructor = field.constructor();
      paths(path, constructor.get(), all);
    } else if (field.marshallingType() == MarshallingType.LIST) {
      all.add(path);
      element(path + "[]", field.getTrait(ListTrait.class).memberFieldInfo(), all);
    } else if (field.marshallingType() == MarshallingType.MAP) {
      all.add(path);
      element(path + "{}", field.getTrait(MapTrait.class).valueFieldInfo(), all);
    } else {
      all.add(path);
    }
  }

  private static void element(String path, SdkField<?> field, Set<String> all) {
    path(path, field, all);
  }
}
