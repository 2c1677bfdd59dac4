package io.personalizeoperator.api.schema;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.CommonSpec;
import io.personalizeoperator.api.DatasetType;
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.Domain;
import io.personalizeoperator.api.Limits;
import io.personalizeoperator.api.Publish;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a schema shall be (AWS: CreateSchema).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags not for schemas, which have no tags in Amazon Personalize
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param domain Domain of the dataset groups that the schema is for. Default: none, for custom
 *     dataset groups. Cannot be changed.
 * @param type Dataset type that the fields are for: Interactions, Items, Users, Actions or
 *     Action_Interactions. Set it together with fields. Cannot be changed.
 * @param fields The columns, in the order of the Avro schema. Set this or avro. Cannot be changed.
 * @param avro The schema as Avro JSON text. Set this or fields. Cannot be changed.
 */
@ValidationRule(
    value = "!has(self.tags)",
    message = "tags: remove them, because schemas cannot have tags in Amazon Personalize")
@ValidationRule(
    value = "has(self.fields) != has(self.avro)",
    message = "set exactly one of fields and avro")
@ValidationRule(
    value = "has(self.fields) == has(self.type)",
    message = "set type and fields together: type names the Avro record, such as Interactions")
@ValidationRule(
    value =
        "!has(self.fields) || self.?type.orValue('') != 'Interactions' || ['USER_ID', 'ITEM_ID', 'TIMESTAMP'].all(n, self.fields.exists(f, f.name == n))",
    message = "fields: type Interactions needs the columns USER_ID, ITEM_ID and TIMESTAMP")
@ValidationRule(
    value =
        "!has(self.fields) || self.?type.orValue('') != 'Items' || ['ITEM_ID'].all(n, self.fields.exists(f, f.name == n))",
    message = "fields: type Items needs the column ITEM_ID")
@ValidationRule(
    value =
        "!has(self.fields) || self.?type.orValue('') != 'Users' || ['USER_ID'].all(n, self.fields.exists(f, f.name == n))",
    message = "fields: type Users needs the column USER_ID")
@ValidationRule(
    value =
        "!has(self.fields) || self.?type.orValue('') != 'Actions' || ['ACTION_ID'].all(n, self.fields.exists(f, f.name == n))",
    message = "fields: type Actions needs the column ACTION_ID")
@ValidationRule(
    value =
        "!has(self.fields) || self.?type.orValue('') != 'Action_Interactions' || ['USER_ID', 'ACTION_ID', 'EVENT_TYPE', 'TIMESTAMP'].all(n, self.fields.exists(f, f.name == n))",
    message =
        "fields: type Action_Interactions needs the columns USER_ID, ACTION_ID, EVENT_TYPE and TIMESTAMP")
@ValidationRule(
    value =
        "!has(self.fields) || !(self.?type.orValue('') in ['Interactions', 'Action_Interactions']) || !self.fields.exists(f, f.name == 'TIMESTAMP' && f.?type.orValue('STRING') != 'LONG')",
    message = "fields: TIMESTAMP has type LONG (Unix time in seconds)")
@ValidationRule(
    value =
        "!has(self.fields) || !(self.?type.orValue('') in ['Items', 'Users', 'Actions']) || size(self.fields) >= 2",
    message = "fields: Items, Users and Actions need at least one column beside the ID")
@ValidationRule(
    value =
        "!has(self.fields) || self.?type.orValue('') != 'Interactions' || self.fields.filter(f, !(f.name in ['USER_ID', 'ITEM_ID', 'TIMESTAMP', 'EVENT_TYPE', 'EVENT_VALUE', 'IMPRESSION', 'RECOMMENDATION_ID', 'EVENT_ATTRIBUTION_SOURCE'])).size() <= 5",
    message =
        "fields: Interactions can have at most 5 columns besides those that Amazon Personalize names")
@ValidationRule(
    value =
        "!has(self.fields) || self.?type.orValue('') != 'Items' || self.fields.filter(f, !(f.name in ['ITEM_ID', 'CREATION_TIMESTAMP'])).size() <= 100",
    message = "fields: Items can have at most 100 columns besides ITEM_ID and CREATION_TIMESTAMP")
@ValidationRule(
    value = "!has(self.fields) || self.?type.orValue('') != 'Users' || size(self.fields) <= 26",
    message = "fields: Users can have at most 25 columns besides USER_ID")
@ValidationRule(
    value = "!has(self.fields) || self.fields.all(f, self.fields.exists_one(g, g.name == f.name))",
    message = "fields: a column name is used twice")
@ValidationRule(
    value =
        "has(self.domain) == has(oldSelf.domain) && (!has(self.domain) || self.domain == oldSelf.domain)",
    message =
        "domain cannot be changed: create a Schema with a new name and refer to it in the Dataset")
@ValidationRule(
    value = "has(self.type) == has(oldSelf.type) && (!has(self.type) || self.type == oldSelf.type)",
    message =
        "type cannot be changed: create a Schema with a new name and refer to it in the Dataset")
@ValidationRule(
    value =
        "has(self.fields) == has(oldSelf.fields) && (!has(self.fields) || (self.fields.map(f, f.name) == oldSelf.fields.map(f, f.name) && self.fields.map(f, f.?type.orValue('STRING')) == oldSelf.fields.map(f, f.?type.orValue('STRING')) && self.fields.map(f, f.?nullable.orValue(false)) == oldSelf.fields.map(f, f.?nullable.orValue(false)) && self.fields.map(f, f.?categorical.orValue(false)) == oldSelf.fields.map(f, f.?categorical.orValue(false)) && self.fields.map(f, f.?textual.orValue(false)) == oldSelf.fields.map(f, f.?textual.orValue(false))))",
    message =
        "fields cannot be changed: create a Schema with a new name and refer to it in the Dataset")
@ValidationRule(
    value = "has(self.avro) == has(oldSelf.avro) && (!has(self.avro) || self.avro == oldSelf.avro)",
    message =
        "avro cannot be changed: create a Schema with a new name and refer to it in the Dataset")
@JsonIgnoreProperties(ignoreUnknown = true)
public record SchemaSpec(
    @Nullable String name,
    @JsonPropertyDescription("Not for schemas: Amazon Personalize has no tags on them.")
        @Nullable Map<String, @Size(max = Limits.TAG_VALUE_LENGTH) String> tags,
    @Default("Retain") DeletionPolicy deletionPolicy,
    @Nullable AdoptionPolicy adoptionPolicy,
    @Nullable Boolean suspend,
    @Nullable Publish publish,
    @JsonPropertyDescription(
            "Domain of the dataset groups that the schema is for. Default: none, for custom dataset groups. Cannot be changed.")
        @Nullable Domain domain,
    @JsonPropertyDescription(
            "Dataset type that the fields are for: Interactions, Items, Users, Actions or Action_Interactions. Set it together with fields. Cannot be changed.")
        @Nullable DatasetType type,
    @Size(min = 1, max = Limits.SCHEMA_FIELDS)
        @JsonPropertyDescription(
            "The columns, in the order of the Avro schema. Besides its ID, and CREATION_TIMESTAMP of Items, a schema can have at most 100 columns for Items and 25 for Users; one for Interactions can have 5 of your own. Set this or avro. Cannot be changed.")
        @Nullable List<SchemaField> fields,
    @Size(min = 1, max = 20000)
        @JsonPropertyDescription(
            "The schema as Avro JSON text. Set this or fields. Cannot be changed.")
        @Nullable String avro)
    implements CommonSpec {}
