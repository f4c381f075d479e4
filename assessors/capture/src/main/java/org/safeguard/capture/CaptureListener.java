package org.safeguard.capture;

import java.util.List;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.ResourceType;

/// Learns how a capture goes, type by type. Called from several threads, one at a time.
public interface CaptureListener {

  /// Does not listen.
  CaptureListener NONE =
      new CaptureListener() {
        @Override
        public void types(List<ResourceType> all) {}

        @Override
        public void state(TypeProgress progress) {}
      };

  /// Every type that will be asked for, sorted; called once, first.
  void types(List<ResourceType> all);

  /// One type went on.
  void state(TypeProgress progress);

  /// A request was answered, or got no answer.
  default void request(CaptureRequest sent) {}
}
