package io.personalizeoperator.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All resources that the List operations show at one time. */
final class WorldView {
  private final Map<ResourceKind, String> raw = new EnumMap<>(ResourceKind.class);
  private final Map<String, JsonNode> byArn = new HashMap<>();
  private final Map<String, ResourceKind> kinds = new HashMap<>();

  /** Lists all resources; parts that have not changed since the earlier view are not read again. */
  static WorldView of(DirectClient client, WorldView earlier) {
    WorldView view = new WorldView();
    for (ResourceKind kind : ResourceKind.values()) {
      StringBuilder raw = new StringBuilder();
      List<JsonNode> pages = new ArrayList<>();
      Map<String, String> input = new HashMap<>();
      do {
        DirectClient.Answer answer = client.call("List" + kind.operationName() + "s", input);
        raw.append(answer.body());
        JsonNode json = answer.body().contains("nextToken") ? answer.json() : null;
        input.put("nextToken", json == null ? null : json.path("nextToken").asText(null));
        if (json != null) {
          pages.add(json);
        }
      } while (input.get("nextToken") != null);
      view.raw.put(kind, raw.toString());
      if (earlier != null && earlier.raw.get(kind).contentEquals(raw)) {
        earlier.byArn.forEach(
            (arn, json) -> {
              if (earlier.kinds.get(arn) == kind) {
                view.add(kind, arn, json);
              }
            });
      } else {
        view.read(
            kind, pages.isEmpty() ? List.of(DirectClient.parse(raw.toString())) : pages, client);
      }
    }
    return view;
  }

  private void read(ResourceKind kind, List<JsonNode> pages, DirectClient client) {
    Map<String, Object> input = new HashMap<>();
    if (pages.size() > 0 && pages.getLast().has("nextToken")) {
      // The last page came without a token and was not kept: read it again.
      input.put("nextToken", pages.getLast().get("nextToken").asText());
      List<JsonNode> all = new ArrayList<>(pages);
      all.add(client.call("List" + kind.operationName() + "s", input).json());
      pages = all;
    }
    for (JsonNode page : pages) {
      for (JsonNode summary : page.get(kind.listMember())) {
        add(kind, summary.get(kind.arnMember()).asText(), summary);
      }
    }
  }

  private void add(ResourceKind kind, String arn, JsonNode summary) {
    byArn.put(arn, summary);
    kinds.put(arn, kind);
  }

  boolean same(WorldView other) {
    return raw.equals(other.raw);
  }

  Map<String, JsonNode> all() {
    return byArn;
  }

  ResourceKind kind(String arn) {
    return kinds.get(arn);
  }

  List<String> arns(ResourceKind kind) {
    return byArn.keySet().stream().filter(arn -> kinds.get(arn) == kind).sorted().toList();
  }

  String status(String arn) {
    JsonNode summary = byArn.get(arn);
    return summary == null ? null : summary.path("status").asText(null);
  }
}
