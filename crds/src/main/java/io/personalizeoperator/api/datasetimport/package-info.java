/** The kind DatasetImport: its spec, and its status with the runs. */
@NullMarked
package io.personalizeoperator.api.datasetimport;

import org.jspecify.annotations.NullMarked;
