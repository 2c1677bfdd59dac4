/** The kind DatasetGroup: its spec and status. */
@NullMarked
package io.personalizeoperator.api.datasetgroup;

import org.jspecify.annotations.NullMarked;
