package io.personalizeoperator.decision;

import io.personalizeoperator.api.LifecycleStatus.Published;
import java.util.Map;

/**
 * What the watched ConfigMaps have of a resource, in the one that its manifest names.
 *
 * @param isKnown whether they have been read; else only the status says what is published
 * @param own what is recorded there as the resource's, by key
 * @param ofOthers which other resource has a key that the manifest names, by key: Filter/movies
 */
public record Publication(boolean isKnown, Map<String, String> own, Map<String, String> ofOthers) {
  /** ConfigMaps have not been read, or the manifest names none. */
  public static final Publication UNKNOWN = new Publication(false, Map.of(), Map.of());

  public Publication {
    own = Map.copyOf(own);
    ofOthers = Map.copyOf(ofOthers);
  }

  /** Whether nothing speaks against this being in place: these keys, and no more. */
  boolean has(Published published) {
    return !isKnown || own.equals(published.content());
  }
}
