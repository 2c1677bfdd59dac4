package io.personalizeoperator.simulator.world;

/** The key of a world: a 12-digit account and a region such as {@code eu-west-1}. */
public record WorldKey(String account, String region) {
  /** The partition of the region in ARNs. */
  public String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /**
   * The ARN of a resource of this account and region, {@code
   * arn:aws:personalize:REGION:ACCOUNT:TYPE/ID}.
   */
  public String arn(String type, String id) {
    return "arn:" + partition() + ":personalize:" + region + ":" + account + ":" + type + "/" + id;
  }
}
