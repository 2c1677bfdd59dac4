package io.personalizeoperator.crdfiles;

import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/**
 * Lets the values of spec.parameters be strings, numbers or lists. A structural schema has no word
 * for "either", so the API server keeps every value, and the operator says which it cannot use.
 */
public final class ParameterValues implements SchemaCustomizer.Customizer {
  @Override
  public JSONSchemaProps apply(
      JSONSchemaProps schema, String input, KubernetesSerialization serialization) {
    schema
        .getProperties()
        .get("parameters")
        .getAdditionalProperties()
        .setSchema(new JSONSchemaPropsBuilder().withXKubernetesPreserveUnknownFields(true).build());
    return schema;
  }
}
