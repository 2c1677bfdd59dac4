/** What users read: reasons, conditions, Events, and the one way in which a status is written. */
@NullMarked
package io.personalizeoperator.status;

import org.jspecify.annotations.NullMarked;
