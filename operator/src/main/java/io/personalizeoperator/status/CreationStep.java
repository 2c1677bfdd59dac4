package io.personalizeoperator.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * From CREATE PENDING to CREATE IN_PROGRESS, which nobody waits for: by itself it is not worth a
 * write for each resource. Neither is AWS's creation time, which AWS's first answer after the
 * creation shows; it is written with what comes next.
 */
final class CreationStep {
  private static final String PENDING = "CREATE PENDING";
  private static final String IN_PROGRESS = "CREATE IN_PROGRESS";

  private CreationStep() {}

  /** Whether that is all in which one status differs from another. */
  static boolean isAll(@Nullable JsonNode before, ObjectNode after) {
    return before instanceof ObjectNode old && begun(old, old).equals(begun(old, after));
  }

  /** A status as if the creation had begun. */
  private static String begun(ObjectNode before, ObjectNode status) {
    ObjectNode copy = status.deepCopy();
    String text = copy.path("awsStatus").asText();
    boolean isBeingCreated = text.equals(PENDING) || text.equals(IN_PROGRESS);
    if (isBeingCreated && !before.has("awsCreated")) {
      copy.remove("awsCreated");
    }
    return copy.toString().replace(PENDING, IN_PROGRESS);
  }
}
