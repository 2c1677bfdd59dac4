/** What only schemas are: their fields as Avro, and when two have equal content. */
@NullMarked
package io.personalizeoperator.schema;

import org.jspecify.annotations.NullMarked;
