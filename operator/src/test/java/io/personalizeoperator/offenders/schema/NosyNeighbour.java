package io.personalizeoperator.offenders.schema;

import io.personalizeoperator.offenders.filter.Exposed;

/** Looks over to another kind. */
final class NosyNeighbour {
  Exposed neighbours;
}
