package org.safeguard.capture;

import java.util.List;
import org.safeguard.model.snapshot.ResourceType;

/// Tells the listener from several threads, one at a time.
final class Listening {

  private final CaptureListener listener;

  Listening(CaptureListener listener) {
    this.listener = listener;
  }

  synchronized void types(List<ResourceType> all) {
    listener.types(all.stream().distinct().sorted().toList());
  }

  synchronized void reading(ResourceType type, int objects) {
    listener.state(new TypeProgress(type, TypeProgress.State.READING, objects, null));
  }

  synchronized TypeOutcome done(TypeOutcome outcome) {
    listener.state(
        new TypeProgress(
            outcome.coverage().type(),
            TypeProgress.State.DONE,
            outcome.coverage().count(),
            outcome.coverage()));
    return outcome;
  }
}
