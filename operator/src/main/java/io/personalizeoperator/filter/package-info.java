/** What only filters are: their expression, and the datasets that it waits for. */
@NullMarked
package io.personalizeoperator.filter;

import org.jspecify.annotations.NullMarked;
