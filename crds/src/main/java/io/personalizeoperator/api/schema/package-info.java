/** The kind Schema: its spec with the fields, and its status. */
@NullMarked
package io.personalizeoperator.api.schema;

import org.jspecify.annotations.NullMarked;
