package io.personalizeoperator.offenders.filter;

/** A class of a kind that others can see. */
public final class Exposed {}
