/** The kind Dataset: its spec and status. */
@NullMarked
package io.personalizeoperator.api.dataset;

import org.jspecify.annotations.NullMarked;
