/** Starts the process. */
@NullMarked
package io.personalizeoperator;

import org.jspecify.annotations.NullMarked;
