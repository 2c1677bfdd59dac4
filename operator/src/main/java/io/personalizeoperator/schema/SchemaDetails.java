package io.personalizeoperator.schema;

import org.jspecify.annotations.Nullable;

/**
 * What DescribeSchema returns.
 *
 * @param avro the schema's JSON text
 * @param domain the domain; null for custom dataset groups
 */
record SchemaDetails(String avro, @Nullable String domain) {}
