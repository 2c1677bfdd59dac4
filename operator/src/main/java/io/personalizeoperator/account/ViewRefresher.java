package io.personalizeoperator.account;

/** Keeps a view fresh; the view calls it when there is reason to look. */
interface ViewRefresher {
  /** A view that nobody keeps fresh: it keeps what is put into it. */
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

  /** Somebody watches the view that nobody watched, or that has not been listed yet. */
  void onFirstWatch();

  /** A resource is in transition: this process has written to it, or has just found it so. */
  void onTransition();

  /** Something may exist that the view does not show: list soon, or with the next watcher. */
  void refresh();
}
