package io.personalizeoperator.schema;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.lifecycle.Kind;
import io.personalizeoperator.lifecycle.LifecycleReconciler;
import io.personalizeoperator.lifecycle.Surroundings;

/** Reconciles {@link Schema} custom resources. */
@ControllerConfiguration(name = "schema", finalizerName = "personalize-operator.io/finalizer")
public final class SchemaReconciler extends LifecycleReconciler<Schema, SchemaDetails> {
  /** A reconciler in its surroundings. */
  public SchemaReconciler(Surroundings world) {
    super(Kind.plain(Schema.class, new SchemaDecider(), new SchemaCalls()), world);
  }
}
