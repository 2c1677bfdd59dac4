package io.personalizeoperator.clock;

/** Real time that only increases. It has no date: only differences count. */
public interface Ticker {
  /** Nanoseconds since an arbitrary moment. */
  long nanos();
}
