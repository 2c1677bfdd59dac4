package io.personalizeoperator.simulator.operations.serving;

import io.personalizeoperator.expression.FieldSchema;
import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.expression.FilterExpression;
import io.personalizeoperator.expression.FilterExpressionException;
import io.personalizeoperator.expression.SchemaFields;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.data.DatasetGroups;
import io.personalizeoperator.simulator.operations.data.Datasets;
import io.personalizeoperator.simulator.operations.data.Schemas;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** CreateFilter, DescribeFilter, ListFilters, DeleteFilter. */
public final class Filters implements Family {
  /** The maximum number of distinct fields in all filters of a dataset group (service quota). */
  private static final int FIELDS_PER_GROUP = 20;

  private static final String FIELDS = "simulator.fields";

  @Override
  public void register(OperationTable table) {
    table.add("CreateFilter", Filters::create);
    table.add(
        "DeleteFilter", call -> Deletion.begin(call, Deletion.target(call, ResourceKind.FILTER)));
    table.addReads(ResourceKind.FILTER);
  }

  private static Map<String, Object> create(Call call) {
    Resource group = DatasetGroups.of(call);
    Creation creation = Creation.named(call, ResourceKind.FILTER, call.text("name"));
    FilterExpression expression = parsed(call, group);
    if (!group.is(Status.ACTIVE)) {
      // CreateFilter documents no ResourceInUseException.
      throw ServiceException.invalidInput("The dataset group %s is not ACTIVE.", group.arn());
    }
    creation.within(Quota.FILTERS, call.world().count(ResourceKind.FILTER, group.arn()));
    List<String> fields = fields(expression);
    checkFields(call, group, fields);
    return creation.begin(
        call.text("name"),
        group.arn(),
        Durations.FILTER,
        Members.of(call, "datasetGroupArn", "filterExpression").and(FIELDS, fields).map());
  }

  private static FilterExpression parsed(Call call, Resource group) {
    try {
      FilterExpression expression = FilterExpression.parse(call.text("filterExpression"));
      expression.check(schemas(call, group));
      return expression;
    } catch (FilterExpressionException e) {
      throw ServiceException.invalidInput("%s", e.getMessage());
    }
  }

  private static SchemaFields schemas(Call call, Resource group) {
    Map<FilterDataset, Map<String, FieldSchema>> fields = new EnumMap<>(FilterDataset.class);
    for (Resource dataset : call.world().children(ResourceKind.DATASET, group.arn())) {
      fields.put(Datasets.type(dataset), Schemas.of(call, dataset).byName());
    }
    return new SchemaFields(fields);
  }

  /** The distinct fields of an expression, in a comparable form. */
  private static List<String> fields(FilterExpression expression) {
    return expression.fields().stream()
        .map(field -> field.toString().toUpperCase(Locale.ROOT))
        .toList();
  }

  private static void checkFields(Call call, Resource group, List<String> fields) {
    Set<Object> all = new HashSet<>(fields);
    for (Resource filter : call.world().children(ResourceKind.FILTER, group.arn())) {
      all.addAll((List<?>) filter.members().get(FIELDS));
    }
    if (all.size() > FIELDS_PER_GROUP) {
      throw ServiceException.limitExceeded(
          "The filters of a dataset group can use at most %d distinct fields.", FIELDS_PER_GROUP);
    }
  }
}
