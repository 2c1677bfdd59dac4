package io.personalizeoperator.simulator.model;

import java.util.List;

/**
 * One operation of a service: its input, its output and the exceptions that its documentation
 * names.
 *
 * @param path the request path: {@code /} for AWS JSON, the operation's own for REST-JSON
 */
public record OperationModel(
    String name, Shape.Structure input, Shape.Structure output, List<String> errors, String path) {}
