package io.personalizeoperator.offenders;

/** Has a name that says nothing. */
final class ThingHelper {}
