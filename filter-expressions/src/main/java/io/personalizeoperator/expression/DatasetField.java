package io.personalizeoperator.expression;

import java.util.Locale;

/**
 * A field of a dataset. Names that differ in case only are the same field.
 *
 * @param dataset the dataset
 * @param name the field, in the case it was first written in
 */
public record DatasetField(FilterDataset dataset, String name) {
  @Override
  public boolean equals(Object other) {
    return other instanceof DatasetField that
        && dataset == that.dataset
        && name.equalsIgnoreCase(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * dataset.ordinal() + name.toUpperCase(Locale.ROOT).hashCode();
  }

  /** {@code DATASET.FIELD}, for example {@code Items.GENRE}. */
  @Override
  public String toString() {
    return dataset + "." + name;
  }
}
