package org.safeguard.model.progress;

/// Where long work says how far it is, and learns that it should stop.
///
/// Called from the working thread; whoever shows it changes thread and throttles.
public interface Progress {

  /// Shows nothing and never cancels.
  Progress NONE = (message, fraction) -> {};

  /// Says what is being done.
  ///
  /// @param message a short phrase in sentence case
  /// @param fraction of the whole work done, 0 to 1; negative when nobody can say
  void report(String message, double fraction);

  /// Stops the work when the user asked for it or the thread was interrupted.
  ///
  /// @throws CancelledException to be passed on without a catch
  default void checkCancelled() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }

  /// This progress, narrowed to the part of the work from `from` to `to`.
  default Progress part(double from, double to) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(String message, double fraction) {
        whole.report(message, fraction < 0 ? fraction : from + fraction * (to - from));
      }

      @Override
      public void checkCancelled() {
        whole.checkCancelled();
      }
    };
  }
}
