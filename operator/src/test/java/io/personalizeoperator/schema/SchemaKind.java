package io.personalizeoperator.schema;

import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.reconcile.Kind;

/** The kind, for the tests that run with every kind and so lie outside its package. */
public final class SchemaKind {
  public static final Kind<Schema, ?> KIND =
      Kind.plain(Schema.class, new SchemaDecider(), new SchemaCalls());

  private SchemaKind() {}
}
