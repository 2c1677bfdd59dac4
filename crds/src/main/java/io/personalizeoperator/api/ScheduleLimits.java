package io.personalizeoperator.api;

/** Lengths, patterns and rules of schedules in manifests; the rules are CEL for one schedule. */
public final class ScheduleLimits {
  /** Most schedules in one list; it bounds what the rules cost the API server. */
  public static final int LIST_SIZE = 20;

  public static final String NAME = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

  /** A name, a tick and a retry make the name of an AWS resource, of at most 63 characters. */
  public static final int NAME_LENGTH = 20;

  public static final int CRON_LENGTH = 200;
  public static final int ZONE_LENGTH = 64;
  public static final String DURATION = "^([0-9]{1,7}h)?([0-9]{1,7}m)?([0-9]{1,7}s)?$";
  public static final int DURATION_LENGTH = 24;

  public static final String CRON_HAS_FIELDS =
      "self.cron.matches('^\\\\s*(@[A-Za-z]+|[^\\\\s@]+(\\\\s+[^\\\\s@]+){4})\\\\s*$')";
  public static final String CRON_MESSAGE =
      "cron: set five fields: minute, hour, day of month, month, day of week";

  public static final String DEADLINE_IS_POSITIVE =
      "!has(self.startingDeadline) || (duration(self.startingDeadline) > duration('0s') && duration(self.startingDeadline) <= duration('744h'))";
  public static final String DEADLINE_MESSAGE =
      "startingDeadline: must be longer than 0 and at most 744h (31 days)";

  private ScheduleLimits() {}
}
