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
        public void written() {
          // Nobody looks.
        }

        @Override
        public void refresh() {
          // Nobody looks.
        }
      };

  /** Somebody watches the view, perhaps for the first time. */
  void demanded();

  /** This process has written to a resource, so that it is in transition. */
  void written();

  /** Something may exist that the view does not show: list soon. */
  void refresh();
}
