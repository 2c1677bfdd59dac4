package io.personalizeoperator.spike;

/** Carries a {@link SpikeProblem} from where it is found to the calendar, which lists it. */
final class InvalidSpikeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SpikeProblem problem;

  InvalidSpikeException(SpikeProblem problem) {
    super(problem.message());
    this.problem = problem;
  }

  SpikeProblem problem() {
    return problem;
  }
}
