package io.personalizeoperator.simulator;

/**
 * An error as a service answers it: the name of the exception type, the HTTP status and the
 * message.
 *
 * <p>Types and statuses are those of the Amazon Personalize API reference and AWS's list of common
 * errors.
 */
public final class ServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String type;
  private final int httpStatus;

  /** An error of that type with that HTTP status. */
  public ServiceException(String type, int httpStatus, String message) {
    // Refusals are everyday answers, so they carry no stack trace.
    super(message, null, false, false);
    this.type = type;
    this.httpStatus = httpStatus;
  }

  /** The value of a field or parameter is not acceptable. */
  public static ServiceException invalidInput(String message, Object... arguments) {
    return refusal("InvalidInputException", message, arguments);
  }

  /** No resource has that ARN. */
  public static ServiceException notFound(String arn) {
    return refusal("ResourceNotFoundException", "Resource Arn %s does not exist.", arn);
  }

  /** A resource of that ARN exists. */
  public static ServiceException alreadyExists(String arn) {
    return refusal(
        "ResourceAlreadyExistsException", "Another resource with Arn %s already exists.", arn);
  }

  /** The resource, or one it depends on, is in a state that does not allow the call now. */
  public static ServiceException inUse(String message, Object... arguments) {
    return refusal("ResourceInUseException", message, arguments);
  }

  /** A quota is used up. */
  public static ServiceException limitExceeded(String message, Object... arguments) {
    return refusal("LimitExceededException", message, arguments);
  }

  /** An HTTP 400 of that type. */
  public static ServiceException refusal(String type, String message, Object... arguments) {
    return new ServiceException(
        type, 400, arguments.length == 0 ? message : message.formatted(arguments));
  }

  /** The name of the exception, such as {@code ResourceInUseException}. */
  public String type() {
    return type;
  }

  /** The HTTP status of the answer. */
  public int httpStatus() {
    return httpStatus;
  }
}
