package org.safeguard.desktop.task;

/// What becomes of work, told on the window's thread. Exactly one of `succeeded`, `cancelled` and
/// `failed` comes last.
public interface TaskEvents<T> {

  /// How far it is; a few times a second at most, so short steps may go unseen.
  ///
  /// @param fraction 0 to 1; negative when nobody can say
  default void progressed(String message, double fraction) {}

  /// It is done.
  void succeeded(T result);

  /// It stopped because it was asked to, and changed nothing.
  default void cancelled() {}

  /// It could not be done.
  void failed(Failure failure);
}
