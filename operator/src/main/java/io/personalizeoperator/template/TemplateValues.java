package io.personalizeoperator.template;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the expressions of a template can use.
 *
 * @param now the tick; {@code now}
 * @param zone the zone of format, startOfDay, startOfWeek, startOfMonth and plusMonths
 * @param name {@code metadata.name}
 * @param namespace {@code metadata.namespace}
 * @param parameters {@code spec.parameters.<key>}: strings, numbers and lists of them
 */
public record TemplateValues(
    Instant now, ZoneId zone, String name, String namespace, Map<String, Object> parameters) {
  public TemplateValues {
    parameters = Map.copyOf(parameters);
  }

  /** The same at another tick. */
  public TemplateValues at(Instant tick) {
    return new TemplateValues(tick, zone, name, namespace, parameters);
  }
}
