package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * TagResource, UntagResource and ListTagsForResource, and the rules for tags (developer guide,
 * "Tagging resources").
 */
public final class Tags implements Family {
  /** The maximum number of tags of one resource. */
  static final int LIMIT = 50;

  @Override
  public void register(OperationTable table) {
    table.add("TagResource", Tags::tag);
    table.add("UntagResource", Tags::untag);
    table.add("ListTagsForResource", Tags::list);
  }

  /** The tags of a Create call. */
  public static Map<String, String> ofCreation(Call call) {
    return merged(Map.of(), call);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> merged(Map<String, String> present, Call call) {
    Map<String, String> given = new HashMap<>();
    for (Map<String, Object> tag :
        (List<Map<String, Object>>) call.input().getOrDefault("tags", List.of())) {
      String key = (String) tag.get("tagKey");
      if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
        throw ServiceException.invalidInput("The tag key %s must not begin with aws:.", key);
      }
      if (given.put(key, (String) tag.get("tagValue")) != null) {
        throw ServiceException.invalidInput("The tag key %s is given more than once.", key);
      }
    }
    Map<String, String> merged = new HashMap<>(present);
    merged.putAll(given);
    if (merged.size() > LIMIT) {
      throw ServiceException.refusal(
          "TooManyTagsException",
          "A resource can have at most %d tags; this makes %d.",
          LIMIT,
          merged.size());
    }
    return Map.copyOf(merged);
  }

  private static Map<String, Object> tag(Call call) {
    Resource resource = taggable(call);
    call.world().put(resource.tagged(merged(resource.tags(), call)));
    return Map.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> untag(Call call) {
    Resource resource = taggable(call);
    List<String> keys = (List<String>) call.input().get("tagKeys");
    if (keys.size() > LIMIT) {
      throw ServiceException.refusal(
          "TooManyTagKeysException",
          "A resource can have at most %d tags; %d keys are given.",
          LIMIT,
          keys.size());
    }
    Map<String, String> rest = new HashMap<>(resource.tags());
    rest.keySet().removeAll(keys);
    call.world().put(resource.tagged(rest));
    return Map.of();
  }

  private static Map<String, Object> list(Call call) {
    String arn = call.text("resourceArn");
    Resource resource = checked(arn, call.world().visible(arn));
    List<Map<String, Object>> tags =
        new TreeMap<>(resource.tags())
            .entrySet().stream()
                .map(
                    tag ->
                        Map.<String, Object>of("tagKey", tag.getKey(), "tagValue", tag.getValue()))
                .toList();
    return Map.of("tags", tags);
  }

  private static Resource taggable(Call call) {
    String arn = call.text("resourceArn");
    Resource resource = checked(arn, call.world().find(arn));
    if (Status.deleting(resource.status())) {
      throw ServiceException.inUse("The %s %s is being deleted.", resource.kind().words(), arn);
    }
    return resource;
  }

  private static Resource checked(String arn, Resource resource) {
    if (resource == null) {
      throw ServiceException.notFound(arn);
    }
    if (!resource.kind().taggable()) {
      throw ServiceException.invalidInput(
          "A %s cannot have tags: %s", resource.kind().words(), arn);
    }
    return resource;
  }
}
