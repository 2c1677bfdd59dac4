package io.personalizeoperator.account;

/**
 * What shares a quota of AWS: the creations of one kind, in the account or in one parent. The
 * answer of AWS does not say which quota is used up. Source: developer guide, "Amazon Personalize
 * endpoints and quotas".
 *
 * @param type the kind, as {@link RemoteKind#type()} says it
 * @param parent what the quota is counted in, such as the ARN of a dataset group; empty for the
 *     account and region
 */
public record QuotaScope(String type, String parent) {}
