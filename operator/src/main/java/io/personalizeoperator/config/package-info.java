/** The operator's options, from flags or environment variables. */
@NullMarked
package io.personalizeoperator.config;

import org.jspecify.annotations.NullMarked;
