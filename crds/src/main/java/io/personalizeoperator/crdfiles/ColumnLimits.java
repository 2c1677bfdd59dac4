package io.personalizeoperator.crdfiles;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.personalizeoperator.api.Limits;

/**
 * Limits the lists of column names within the maps of trainingDataConfig (AWS: ColumnNamesList,
 * ColumnName). The generator reads annotations on a map's values, but not on what these contain.
 */
public final class ColumnLimits implements SchemaCustomizer.Customizer {
  @Override
  public JSONSchemaProps apply(
      JSONSchemaProps schema, String input, KubernetesSerialization serialization) {
    for (JSONSchemaProps columnsByType : schema.getProperties().values()) {
      JSONSchemaProps columns = columnsByType.getAdditionalProperties().getSchema();
      columns.setMaxItems((long) Limits.COLUMNS);
      JSONSchemaProps column = columns.getItems().getSchema();
      column.setPattern(Limits.COLUMN_NAME);
      column.setMaxLength((long) Limits.COLUMN_NAME_LENGTH);
    }
    return schema;
  }
}
