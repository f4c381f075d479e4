package org.safeguard.desktop.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.capture.CaptureListener;
import org.safeguard.capture.TypeProgress;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.ResourceType;

/// Gathers what the threads of a capture tell until the window has time to show it. Only the latest
/// of each type is kept, so a quick server cannot flood the window.
final class CaptureFeed implements CaptureListener, Progress {

  private static final double NOBODY_KNOWS = -1;

  private final Map<ResourceType, TypeProgress> changed = new LinkedHashMap<>();
  private List<ResourceType> fresh = List.of();
  private String message = "";
  private long requests;
  private volatile Progress window = Progress.NONE;

  /// What was told since it was last asked for.
  ///
  /// @param types every type, when they were told; else empty
  /// @param changed the latest of each type that went on
  /// @param requests sent in all
  /// @param message what is being done
  record News(
      List<ResourceType> types, List<TypeProgress> changed, long requests, String message) {}

  /// Wakes this window whenever there is news, and lets it stop the work.
  void wakes(Progress shown) {
    window = shown;
  }

  synchronized News take() {
    News news = new News(fresh, new ArrayList<>(changed.values()), requests, message);
    fresh = List.of();
    changed.clear();
    return news;
  }

  @Override
  public void types(List<ResourceType> all) {
    synchronized (this) {
      fresh = List.copyOf(all);
    }
    wake();
  }

  @Override
  public void state(TypeProgress progress) {
    synchronized (this) {
      changed.put(progress.type(), progress);
    }
    wake();
  }

  @Override
  public void request(CaptureRequest sent) {
    synchronized (this) {
      requests++;
    }
    wake();
  }

  @Override
  public void report(String doing, double fraction) {
    synchronized (this) {
      message = doing;
    }
    wake();
  }

  @Override
  public void checkCancelled() {
    window.checkCancelled();
  }

  private void wake() {
    window.report("", NOBODY_KNOWS);
  }
}
