package io.personalizeoperator.aws;

/** Keeps a view fresh; told by the view when there is reason to look. */
interface ViewUpkeep {
  /** A view that nobody keeps fresh: what is put into it stands. */
  ViewUpkeep NONE =
      new ViewUpkeep() {
        @Override
        public void demanded() {
          // Nobody looks.
        }

        @Override
        public void underWay() {
          // Nobody looks.
        }

        @Override
        public void refresh() {
          // Nobody looks.
        }
      };

  /** Somebody watches the view, perhaps for the first time. */
  void demanded();

  /** A resource is in transition: this process has written to it, or has just found it so. */
  void underWay();

  /** Something may exist that the view does not show: list soon. */
  void refresh();
}
