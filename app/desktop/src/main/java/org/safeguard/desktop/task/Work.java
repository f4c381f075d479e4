package org.safeguard.desktop.task;

import java.io.IOException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Something that takes time and knows nothing of windows.
@FunctionalInterface
public interface Work<T> {

  /// Does the work on a background thread.
  ///
  /// @throws UnreadableInputException when what it was given cannot be read
  /// @throws IOException when a file cannot be written
  /// @throws org.safeguard.model.progress.CancelledException when it was asked to stop and did
  T run(Progress progress) throws UnreadableInputException, IOException;
}
