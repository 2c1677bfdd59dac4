package io.personalizeoperator.account;

/** Keeps a view fresh; told by the view when there is reason to look. */
interface ViewRefresher {
  /** A view that nobody keeps fresh: what is put into it stands. */
  ViewRefresher NONE =
      new ViewRefresher() {
        @Override
        public void onFirstWatch() {
          // Nobody looks.
        }

        @Override
        public void onTransition() {
          // Nobody looks.
        }

        @Override
        public void refresh() {
          // Nobody looks.
        }
      };

  /** Somebody watches the view, perhaps for the first time. */
  void onFirstWatch();

  /** A resource is in transition: this process has written to it, or has just found it so. */
  void onTransition();

  /** Something may exist that the view does not show: list soon. */
  void refresh();
}
