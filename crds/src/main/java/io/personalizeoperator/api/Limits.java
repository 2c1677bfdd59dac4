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

  /** Name of a column of a dataset (AWS: ColumnName). */
  public static final String COLUMN_NAME = "^[A-Za-z_][A-Za-z\\d_]*$";

  public static final int COLUMN_NAME_LENGTH = 150;

  /** Most columns of one dataset type that trainingDataConfig names (AWS: ColumnNamesList). */
  public static final int COLUMNS = 50;

  /**
   * Most fields of a schema: an Items dataset has ITEM_ID, CREATION_TIMESTAMP and 100 metadata
   * columns (developer guide, "Preparing item metadata for training").
   */
  public static final int SCHEMA_FIELDS = 102;

  public static final int TEXT_LENGTH = 256;
  public static final int PARAMETER_VALUE_LENGTH = 1000;
  public static final int PARAMETERS = 100;
  public static final int TAGS = 50;
  public static final int TAG_VALUE_LENGTH = 256;

  /** AWS's integers have 32 bits. Without this limit the API server would take 64. */
  public static final int INTEGER = Integer.MAX_VALUE;

  /** Name of a Kubernetes object (RFC 1123 subdomain). */
  public static final String OBJECT_NAME =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

  public static final int OBJECT_NAME_LENGTH = 253;

  /** CEL literal of a pattern: text that CEL's double() reads. */
  public static final String NUMBER = "'^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$'";

  private Limits() {}
}
