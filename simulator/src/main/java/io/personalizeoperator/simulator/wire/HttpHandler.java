package io.personalizeoperator.simulator.wire;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface HttpHandler {
  /** The answer to a request. */
  HttpResponse handle(HttpRequest request);
}
