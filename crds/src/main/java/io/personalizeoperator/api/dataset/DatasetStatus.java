package io.personalizeoperator.api.dataset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.ChangingStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.UpdateStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset.
 *
 * @param lifecycle the part that every kind has
 * @param created When AWS made the dataset: a later time than before is another, empty one.
 * @param schemaArn ARN of the schema that the dataset has now.
 * @param latestUpdate The last change of the schema.
 * @param wantedSchemaArn ARN of the schema that the manifest asks for; absent while it has none.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription(
            "When AWS made the dataset: a later time than before is another, empty one.")
        @Nullable Instant created,
    @JsonPropertyDescription("ARN of the schema that the dataset has now.")
        @Nullable String schemaArn,
    @JsonPropertyDescription("The last change of the schema.") @Nullable UpdateStatus latestUpdate,
    @JsonPropertyDescription(
            "ARN of the schema that the manifest asks for; absent while it has none.")
        @Nullable String wantedSchemaArn)
    implements ChangingStatus {

  /** Whether AWS is replacing the schema. */
  @Override
  public boolean changing() {
    return latestUpdate != null
        && !"ACTIVE".equals(latestUpdate.status())
        && !latestUpdate.status().endsWith("FAILED");
  }

  /**
   * Whether the dataset has the schema of its manifest. A status of an earlier version of the
   * operator does not name that schema: then all of the manifest has to be in force.
   */
  @Override
  public boolean inForce() {
    if (changing()) {
      return false;
    }
    return wantedSchemaArn == null
        ? lifecycle != null
            && Objects.equals(lifecycle.appliedGeneration(), lifecycle.observedGeneration())
        : wantedSchemaArn.equals(schemaArn);
  }
}
