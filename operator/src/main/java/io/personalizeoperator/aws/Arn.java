package io.personalizeoperator.aws;

/**
 * An ARN taken apart: {@code arn:partition:personalize:region:account:resource}.
 *
 * @param partition such as aws or aws-cn
 * @param region such as eu-west-1; empty for recipes
 * @param account twelve digits; empty for recipes
 * @param resource type and id, such as {@code campaign/movies}
 */
public record Arn(String partition, String region, String account, String resource) {
  /**
   * Takes an ARN apart.
   *
   * @throws IllegalArgumentException when the text is no ARN
   */
  public static Arn parse(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      throw new IllegalArgumentException("Not an ARN: " + text);
    }
    return new Arn(parts[1], parts[3], parts[4], parts[5]);
  }

  /** The resource part of an ARN: type and id, the identity within an account and region. */
  public static String resourceOf(String arn) {
    return parse(arn).resource;
  }

  /** The last part of an ARN, such as the id of a solution version. */
  public static String idOf(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":personalize:" + region + ":" + account + ":" + resource;
  }
}
