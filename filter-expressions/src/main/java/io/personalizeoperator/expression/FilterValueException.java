package io.personalizeoperator.expression;

/** Thrown for a request whose filterValues do not fit the filter. */
public final class FilterValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String placeholder;

  FilterValueException(String placeholder, String explanation) {
    super("The filter value of $" + placeholder + " " + explanation);
    this.placeholder = placeholder;
  }

  /** The placeholder, without its dollar sign. */
  public String placeholder() {
    return placeholder;
  }
}
