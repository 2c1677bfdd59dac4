package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a spec that every kind has. The descriptions and limits stand here once: the records
 * that implement this interface inherit them in the generated CRDs. Every accessor answers null
 * where the manifest says nothing and the CRD has no default.
 */
public interface CommonSpec {
  /** CEL: AWS's limits of tag keys and values, and the operator's own prefix. */
  String TAGS_ARE_VALID =
      "!has(self.tags) || self.tags.all(k, size(k) >= 1 && size(k) <= 128 &&"
          + " k.matches('^[\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+@-]*$') &&"
          + " self.tags[k].matches('^[\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+@-]*$') &&"
          + " !k.startsWith('aws:') && !k.startsWith('personalize-operator.io/'))";

  /** The same as {@link #TAGS_ARE_VALID} in words. */
  String TAGS_MESSAGE =
      "tags: a key has 1 to 128 characters and a value at most 256, both made of letters, digits,"
          + " spaces and _ . : / = + - @; no key starts with aws: or personalize-operator.io/, which"
          + " are reserved";

  @Pattern(Limits.NAME)
  @Size(min = 1, max = Limits.NAME_LENGTH)
  @JsonPropertyDescription(
      "Name in Amazon Personalize: at most 63 letters, digits, - and _. Default: metadata.name. Cannot be changed.")
  @Nullable String name();

  @Size(max = Limits.TAGS - 3)
  @JsonPropertyDescription(
      "Tags in AWS, beside the operator's own three. The operator leaves tags that others add there.")
  Map<String, String> tags();

  @JsonPropertyDescription(
      "What happens in Amazon Personalize when this resource is deleted here. Delete: it is deleted there too. Retain: it stays there.")
  DeletionPolicy deletionPolicy();

  @Default("Never")
  @JsonPropertyDescription(
      "What to do when Amazon Personalize already has a resource of this name that is not ours. Never: leave it as it is and report NameTaken. Unowned: adopt it if it has no operator's tags. Always: adopt it, whoever owns it. Default: Never.")
  AdoptionPolicy adoptionPolicy();

  @JsonPropertyDescription(
      "While true, the operator creates, changes and deletes nothing in Amazon Personalize, but still reports the status. Default: false.")
  Boolean suspend();

  @JsonPropertyDescription("Where to write the ARN for applications to read. Default: nowhere.")
  @Nullable Publish publish();

  /** Whether the user has suspended the resource. */
  default boolean suspended() {
    return Boolean.TRUE.equals(suspend());
  }
}
