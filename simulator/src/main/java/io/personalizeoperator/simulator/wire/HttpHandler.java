package io.personalizeoperator.simulator.wire;

/** Answers requests. Many threads call it at once. */
@FunctionalInterface
public interface HttpHandler {
  /** The answer to a request. */
  HttpResponse handle(HttpRequest request);
}
