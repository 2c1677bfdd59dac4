package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/**
 * What a schema shall be (AWS: CreateSchema).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags see {@link CommonSpec#tags()}
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param domain Domain of the dataset groups that the schema is for. Absent: custom ones. Cannot be
 *     changed.
 * @param type Dataset type that the columns are for; names the Avro record. Needed with fields.
 * @param fields The columns. Give this or avro.
 * @param avro The schema as Avro JSON text. Give this or fields.
 */
@ValidationRule(value = CommonSpec.NAME_IS_IMMUTABLE, message = CommonSpec.NAME_MESSAGE)
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(
    value = "has(self.fields) != has(self.avro)",
    message = "give exactly one of fields and avro")
@ValidationRule(
    value = "has(self.fields) == has(self.type)",
    message = "type goes with fields: it names the Avro record, such as Interactions")
@ValidationRule(
    value = "self.?domain == oldSelf.?domain",
    message = "domain cannot be changed: make a Schema with a new name and point the Dataset to it")
@ValidationRule(
    value = "self.?type == oldSelf.?type",
    message = "type cannot be changed: make a Schema with a new name and point the Dataset to it")
@ValidationRule(
    value = "self.?fields == oldSelf.?fields",
    message = "fields cannot be changed: make a Schema with a new name and point the Dataset to it")
@ValidationRule(
    value = "self.?avro == oldSelf.?avro",
    message = "avro cannot be changed: make a Schema with a new name and point the Dataset to it")
public record SchemaSpec(
    String name,
    Map<String, String> tags,
    @Default("Retain") DeletionPolicy deletionPolicy,
    AdoptionPolicy adoptionPolicy,
    Boolean suspend,
    Publish publish,
    @JsonPropertyDescription(
            "Domain of the dataset groups that the schema is for. Absent: custom ones. Cannot be changed.")
        Domain domain,
    @JsonPropertyDescription(
            "Dataset type that the columns are for; names the Avro record. Needed with fields.")
        DatasetType type,
    @Size(min = 1, max = 100) @JsonPropertyDescription("The columns. Give this or avro.")
        List<SchemaField> fields,
    @Size(min = 1, max = 20000)
        @JsonPropertyDescription("The schema as Avro JSON text. Give this or fields.")
        String avro)
    implements CommonSpec {}
