package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.Map;

/**
 * The part of a spec that every kind has. The descriptions and limits stand here once: the records
 * that implement this interface inherit them in the generated CRDs. Every accessor answers null
 * where the manifest says nothing and the CRD has no default.
 */
public interface CommonSpec {
  /** CEL: the name in AWS cannot change, for every AWS name is an identity. */
  String NAME_IS_IMMUTABLE = "self.?name == oldSelf.?name";

  /** What to do when a name has to change. */
  String NAME_MESSAGE =
      "name cannot be changed: make a new resource with the new name, then delete this one";

  /** CEL: AWS's limits of tag keys and values, and the operator's own prefix. */
  String TAGS_ARE_VALID =
      "!has(self.tags) || self.tags.all(k, size(k) >= 1 && size(k) <= 128 && size(self.tags[k]) <="
          + " 256 && !k.startsWith('aws:') && !k.startsWith('personalize-operator.io/'))";

  /** The same as {@link #TAGS_ARE_VALID} in words. */
  String TAGS_MESSAGE =
      "tags: a key has 1 to 128 characters and a value at most 256, and no key starts with aws: or"
          + " personalize-operator.io/, which are reserved";

  @Pattern(Limits.NAME)
  @Size(min = 1, max = Limits.NAME_LENGTH)
  @JsonPropertyDescription("Name in Amazon Personalize. Default: metadata.name. Cannot be changed.")
  String name();

  @Size(max = Limits.TAGS - 3)
  @JsonPropertyDescription(
      "Tags in AWS, beside the operator's own three. Tags that others add are left alone.")
  Map<String, String> tags();

  @JsonPropertyDescription(
      "What happens in Amazon Personalize when this resource is deleted: Delete or Retain.")
  DeletionPolicy deletionPolicy();

  @Default("Never")
  @JsonPropertyDescription(
      "What to do with an existing resource of this name that is not ours: Never touches it,"
          + " Unowned takes it over if no operator owns it, Always takes it over.")
  AdoptionPolicy adoptionPolicy();

  @JsonPropertyDescription(
      "While true, nothing is created, changed or deleted in Amazon Personalize. Status goes on"
          + " being reported.")
  Boolean suspend();

  @JsonPropertyDescription("Writes the ARN where applications can read it.")
  Publish publish();

  /** Whether the user has suspended the resource. */
  default boolean suspended() {
    return Boolean.TRUE.equals(suspend());
  }
}
