/** The kind Campaign: its spec with planned spikes, and its status. */
@NullMarked
package io.personalizeoperator.api.campaign;

import org.jspecify.annotations.NullMarked;
