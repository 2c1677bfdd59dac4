/**
 * What is known of one AWS account and region: a view of each kind of resource, kept fresh by
 * sweeps of AWS's lists.
 */
@NullMarked
package io.personalizeoperator.account;

import org.jspecify.annotations.NullMarked;
