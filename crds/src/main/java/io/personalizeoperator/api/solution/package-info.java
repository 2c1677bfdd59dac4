/** The kind Solution: its spec with the configuration, and its status with the versions. */
@NullMarked
package io.personalizeoperator.api.solution;

import org.jspecify.annotations.NullMarked;
