package io.personalizeoperator.api;

/** Lengths and patterns of the Amazon Personalize API (service model, shapes of the same names). */
public final class Limits {
  public static final String NAME = "^[a-zA-Z0-9][a-zA-Z0-9\\-_]*$";
  public static final int NAME_LENGTH = 63;
  public static final String ARN = "^arn:([a-z\\d-]+):personalize:.*:.*:.+$";
  public static final int ARN_LENGTH = 256;
  public static final String ROLE_ARN =
      "^arn:([a-z\\d-]+):iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$";
  public static final String KMS_KEY_ARN = "^arn:aws.*:kms:.*:[0-9]{12}:key/.*$";
  public static final int KMS_KEY_ARN_LENGTH = 2048;
  public static final String S3_LOCATION = "^(s3|http|https)://.+$";
  public static final int TEXT_LENGTH = 256;
  public static final int PARAMETER_VALUE_LENGTH = 1000;
  public static final int PARAMETERS = 100;
  public static final int TAGS = 50;

  /** Name of a Kubernetes object (RFC 1123 subdomain). */
  public static final int OBJECT_NAME_LENGTH = 253;

  private Limits() {}
}
