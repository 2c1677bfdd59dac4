package io.personalizeoperator.simulator.operations;

import java.util.HashMap;
import java.util.Map;

/** Collects the members of a resource or an answer, without absent ones. */
public final class Members {
  private final Map<String, Object> members = new HashMap<>();

  /** Those members of the call's input that are present. */
  public static Members of(Call call, String... names) {
    Members members = new Members();
    for (String name : names) {
      members.and(name, call.input().get(name));
    }
    return members;
  }

  public Members and(String name, Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  public Map<String, Object> map() {
    return Map.copyOf(members);
  }
}
