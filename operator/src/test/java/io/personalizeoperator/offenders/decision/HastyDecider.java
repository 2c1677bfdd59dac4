package io.personalizeoperator.offenders.decision;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.personalizeoperator.aws.AwsConnection;
import java.io.File;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import org.slf4j.Logger;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Reaches for everything that a decider does without. */
final class HastyDecider {
  PersonalizeClient personalize;
  StsClient sts;
  KubernetesClient kubernetes;
  AwsConnection connection;
  Logger logger;
  Clock clock;
  File file;
  URI uri;

  void wait(Thread thread) {
    thread.interrupt();
  }

  /** What a decider holds inside is no better. */
  static final class Nested {
    InstantSource clock;
  }
}
