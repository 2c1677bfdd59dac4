package io.personalizeoperator.crdfiles;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.personalizeoperator.api.PersonalizeResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes crds/&lt;plural&gt;.yaml from what fabric8's CRD generator has left, in the build. It does
 * what the generator (7.5.2) has no means for:
 *
 * <ul>
 *   <li>the kinds, spec and status are described, and spec is required;
 *   <li>a description names the default where its text does not;
 *   <li>printer columns stand in the order of their annotations, for kubectl prints them as they
 *       stand and the generator sorts them by JSON path;
 *   <li>the common part of a status is unwrapped into the status, as Jackson writes it;
 *   <li>every list has a list type, see {@link ListTypes}.
 * </ul>
 */
public final class CustomResourceDefinitionFiles {
  private static final String HEADER =
      "# Generated in the build from the Java types in crds/src/main/java: change those instead.\n";

  private final KubernetesSerialization serialization = new KubernetesSerialization();

  private CustomResourceDefinitionFiles() {}

  /**
   * @param arguments the directory with the generator's files, and the one for the results
   */
  public static void main(String[] arguments) throws IOException {
    new CustomResourceDefinitionFiles().convert(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private void convert(Path generated, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(generated)) {
      files = found.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
    for (Path file : files) {
      CustomResourceDefinition definition =
          serialization.unmarshal(Files.readString(file), CustomResourceDefinition.class);
      definition.getSpec().getVersions().forEach(version -> complete(version, definition));
      // asYaml begins with "---\n".
      Files.writeString(
          target.resolve(definition.getSpec().getNames().getPlural() + ".yaml"),
          HEADER + serialization.asYaml(definition).substring(4));
    }
  }

  private static void complete(
      CustomResourceDefinitionVersion version, CustomResourceDefinition definition) {
    Class<?> kind = typeOf(definition.getSpec().getNames().getKind());
    JSONSchemaProps schema = version.getSchema().getOpenAPIV3Schema();
    JSONSchemaProps status = schema.getProperties().get("status");

    schema.setDescription(kind.getAnnotation(JsonClassDescription.class).value());
    schema.getProperties().get("spec").setDescription("What is wanted.");
    status.setDescription("What is true, as the operator last saw it. Written by the operator.");
    schema.setRequired(List.of("spec"));
    unwrapLifecycle(status);
    ListTypes.set(schema);
    describeDefaults(schema.getProperties().get("spec"));

    List<String> order =
        Stream.of(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
            .map(AdditionalPrinterColumn::name)
            .toList();
    version
        .getAdditionalPrinterColumns()
        .sort(
            Comparator.comparingInt(
                (CustomResourceColumnDefinition column) -> order.indexOf(column.getName())));
  }

  /** {@code kubectl explain} does not show defaults. */
  private static void describeDefaults(JSONSchemaProps object) {
    for (JSONSchemaProps property : object.getProperties().values()) {
      if (property.getDefault() != null && !property.getDescription().contains("Default: ")) {
        property.setDescription(
            property.getDescription() + " Default: " + property.getDefault().asText() + ".");
      }
    }
  }

  private static void unwrapLifecycle(JSONSchemaProps status) {
    JSONSchemaProps lifecycle = status.getProperties().remove("lifecycle");
    status.getProperties().putAll(lifecycle.getProperties());
  }

  private static Class<?> typeOf(String kind) {
    try {
      return Class.forName(
          "%s.%s.%s"
              .formatted(
                  PersonalizeResource.class.getPackageName(), kind.toLowerCase(Locale.ROOT), kind));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no Java type for kind " + kind, e);
    }
  }
}
