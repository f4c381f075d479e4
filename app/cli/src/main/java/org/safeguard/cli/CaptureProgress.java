package org.safeguard.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.capture.CaptureListener;
import org.safeguard.capture.TypeProgress;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.ResourceType;

/// Shows on one line how many types are read and which one is being read.
final class CaptureProgress implements CaptureListener {

  private final Progress line;
  private final Map<ResourceType, TypeProgress> types = new HashMap<>();
  private int all;

  CaptureProgress(Progress line) {
    this.line = line;
  }

  @Override
  public synchronized void types(List<ResourceType> all) {
    this.all = all.size();
  }

  @Override
  public synchronized void state(TypeProgress progress) {
    types.put(progress.type(), progress);
    long done = types.values().stream().filter(CaptureProgress::isDone).count();
    long objects = types.values().stream().mapToLong(TypeProgress::objects).sum();
    line.report(
        "%d of %d types, %,d objects: %s".formatted(done, all, objects, progress.type()),
        all == 0 ? -1 : Math.min(0.99, (double) done / all));
  }

  private static boolean isDone(TypeProgress progress) {
    return progress.state() == TypeProgress.State.DONE;
  }
}
