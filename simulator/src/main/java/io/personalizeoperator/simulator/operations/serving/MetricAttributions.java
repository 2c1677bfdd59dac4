package io.personalizeoperator.simulator.operations.serving;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.ListSlices;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.data.DatasetGroups;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The operations of metric attributions: create, describe, list, list their metrics, update,
 * delete.
 */
public final class MetricAttributions implements Family {
  private static final String METRICS = "metrics";
  private static final String OUTPUT = "metricsOutputConfig";

  /** API reference of MetricAttribute: SUM of a column of Interactions or Items, or SAMPLECOUNT. */
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?i)SUM\\(\\s*(?:Interactions|Items)\\.[A-Za-z_][A-Za-z\\d_]*\\s*\\)|SAMPLECOUNT\\(\\s*\\)");

  /**
   * The maximum number of metrics of one metric attribution (developer guide, "Guidelines and
   * requirements").
   */
  private static final int LIMIT = 10;

  @Override
  public void register(OperationTable table) {
    table.add("CreateMetricAttribution", MetricAttributions::create);
    table.add("UpdateMetricAttribution", MetricAttributions::update);
    table.add(
        "DeleteMetricAttribution",
        call -> Deletion.begin(call, Deletion.target(call, ResourceKind.METRIC_ATTRIBUTION)));
    table.add("ListMetricAttributionMetrics", MetricAttributions::listMetrics);
    table.addReads(ResourceKind.METRIC_ATTRIBUTION);
  }

  private static Map<String, Object> create(Call call) {
    Resource group = DatasetGroups.of(call);
    Creation creation = Creation.named(call, ResourceKind.METRIC_ATTRIBUTION, call.text("name"));
    checked(metrics(call.input(), METRICS));
    Creation.active(group);
    return creation.begin(
        call.text("name"),
        group.arn(),
        Durations.METRIC_ATTRIBUTION,
        Members.of(call, "datasetGroupArn", METRICS, OUTPUT).map());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> metrics(Map<String, Object> from, String member) {
    return (List<Map<String, Object>>) from.getOrDefault(member, List.of());
  }

  private static List<Map<String, Object>> checked(List<Map<String, Object>> metrics) {
    Set<Object> names = new HashSet<>();
    for (Map<String, Object> metric : metrics) {
      if (!names.add(metric.get("metricName"))) {
        throw ServiceException.invalidInput(
            "The metric %s is given more than once.", metric.get("metricName"));
      }
      if (!EXPRESSION.matcher((String) metric.get("expression")).matches()) {
        throw ServiceException.invalidInput(
            "The expression %s is neither SUM(Interactions.COLUMN), SUM(Items.COLUMN) nor SAMPLECOUNT().",
            metric.get("expression"));
      }
    }
    if (metrics.size() > LIMIT) {
      throw ServiceException.invalidInput(
          "A metric attribution can have at most %d metrics.", LIMIT);
    }
    return metrics;
  }

  private static Map<String, Object> update(Call call) {
    String arn = call.text("metricAttributionArn");
    if (arn == null) {
      throw ServiceException.invalidInput("metricAttributionArn is required.");
    }
    Resource attribution =
        Creation.active(call.world().require(ResourceKind.METRIC_ATTRIBUTION, arn));
    Map<Object, Map<String, Object>> present = new HashMap<>();
    metrics(attribution.members(), METRICS)
        .forEach(metric -> present.put(metric.get("metricName"), metric));
    List<Map<String, Object>> next = new ArrayList<>(metrics(attribution.members(), METRICS));
    for (Object name : (List<?>) call.input().getOrDefault("removeMetrics", List.of())) {
      Map<String, Object> removed = present.remove(name);
      if (removed == null) {
        throw ServiceException.invalidInput("The metric attribution has no metric %s.", name);
      }
      next.remove(removed);
    }
    for (Map<String, Object> metric : metrics(call.input(), "addMetrics")) {
      if (present.containsKey(metric.get("metricName"))) {
        throw ServiceException.refusal(
            "ResourceAlreadyExistsException",
            "The metric %s already exists.",
            metric.get("metricName"));
      }
      next.add(metric);
    }
    Resource changed = attribution.with(METRICS, List.copyOf(checked(next))).touched(call.now());
    call.world()
        .put(
            call.input().containsKey(OUTPUT) ? changed.with(OUTPUT, call.object(OUTPUT)) : changed);
    return Map.of("metricAttributionArn", arn);
  }

  private static Map<String, Object> listMetrics(Call call) {
    String arn = call.text("metricAttributionArn");
    Resource attribution = arn == null ? null : call.world().visible(arn);
    if (attribution == null
        || attribution.kind() != ResourceKind.METRIC_ATTRIBUTION
        || Status.deleting(attribution.status())) {
      // ListMetricAttributionMetrics documents no ResourceNotFoundException.
      throw ServiceException.invalidInput("metricAttributionArn must name a metric attribution.");
    }
    return ListSlices.page(call, arn, METRICS, metrics(attribution.members(), METRICS));
  }
}
