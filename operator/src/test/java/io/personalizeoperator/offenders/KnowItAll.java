package io.personalizeoperator.offenders;

import io.personalizeoperator.offenders.filter.Exposed;

/** Knows a kind, though it is not the wiring. */
public final class KnowItAll {
  final Exposed exposed = new Exposed();
}
