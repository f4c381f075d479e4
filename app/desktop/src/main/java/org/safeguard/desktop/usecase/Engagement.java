package org.safeguard.desktop.usecase;

import java.nio.file.Path;
import java.util.Optional;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.verdict.ObjectReference;

/// An engagement file that is open.
public interface Engagement extends AutoCloseable {

  /// Where it lies.
  Path file();

  /// The latest run, empty while nothing was assessed. It may lack the objects themselves; they
  /// come from [#object].
  Optional<Assessment> latest();

  /// An object of the latest run, empty where the engagement does not hold it. Takes a moment.
  ///
  /// @throws UnreadableInputException when the engagement file is damaged
  Optional<SourceObject> object(ObjectReference reference) throws UnreadableInputException;

  @Override
  void close();
}
