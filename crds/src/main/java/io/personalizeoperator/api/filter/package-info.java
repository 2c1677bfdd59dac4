/** The kind Filter: its spec and status. */
@NullMarked
package io.personalizeoperator.api.filter;

import org.jspecify.annotations.NullMarked;
