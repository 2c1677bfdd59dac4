package io.personalizeoperator.testing;

import software.amazon.awssdk.services.personalize.PersonalizeClient;

/** A client for tests of what is made of AWS's answers: a test overrides what it asks. */
public abstract class AnsweringClient implements PersonalizeClient {
  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
