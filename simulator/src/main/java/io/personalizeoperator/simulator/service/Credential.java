package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.wire.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The access key and region in a Signature Version 4. The signature is not verified. */
record Credential(String accessKey, String region) {
  // AWS4-HMAC-SHA256 Credential=AKID/20261124/eu-west-1/personalize/aws4_request, SignedHeaders=…,
  // Signature=…
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/,\\s]+)/\\d{8}/([a-z0-9-]+)/[^/,\\s]+/aws4_request");

  /**
   * Reads the Authorization header.
   *
   * @throws ServiceException MissingAuthenticationTokenException, IncompleteSignatureException
   *     (AWS's common errors)
   */
  static Credential of(HttpRequest request) {
    String header = request.header("authorization");
    if (header.isEmpty()) {
      throw new ServiceException(
          "MissingAuthenticationTokenException", 403, "Missing Authentication Token");
    }
    Matcher scope = SCOPE.matcher(header);
    if (!header.startsWith("AWS4-HMAC-SHA256 ") || !scope.find()) {
      throw new ServiceException(
          "IncompleteSignatureException",
          400,
          "The Authorization header has no valid credential scope.");
    }
    return new Credential(scope.group(1), scope.group(2));
  }
}
