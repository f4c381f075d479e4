package org.safeguard.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.safeguard.bundle.BundleSpool;
import org.safeguard.model.snapshot.CaptureRequest;

/// Keeps the first requests in memory, so that nothing is written before the server has answered.
final class RequestLog implements Consumer<CaptureRequest> {

  private final List<CaptureRequest> early = new ArrayList<>();
  private Consumer<CaptureRequest> log = early::add;

  @Override
  public synchronized void accept(CaptureRequest request) {
    log.accept(request);
  }

  /// From here on the log goes into the bundle.
  ///
  /// @param heard hears of every request too, also of the early ones
  synchronized void continueIn(BundleSpool bundle, Consumer<CaptureRequest> heard) {
    log = heard.andThen(bundle::request);
    early.forEach(log);
    early.clear();
  }
}
