package org.safeguard.desktop.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.CaptureListener;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.capture.CapturePlan;
import org.safeguard.capture.CaptureResult;
import org.safeguard.capture.ConnectionCheck;
import org.safeguard.capture.ExecApproval;
import org.safeguard.capture.Kubeconfig;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.workbench.Captures;

/// The live cluster behind the screens.
public final class WorkbenchCaptures implements CaptureUseCases {

  private final Captures captures;

  public WorkbenchCaptures(Captures captures) {
    this.captures = captures;
  }

  @Override
  public Kubeconfig kubeconfig(@Nullable Path file) throws UnreadableInputException {
    return captures.kubeconfig(file);
  }

  @Override
  public CapturePlan explain(CaptureOptions options) throws UnreadableInputException {
    return captures.explain(options);
  }

  @Override
  public Connection check(CaptureOptions options, ExecApproval approval, Progress progress)
      throws UnreadableInputException, IOException {
    Patient patient = new Patient(approval);
    long start = System.nanoTime();
    ConnectionCheck found = captures.check(options, patient, progress);
    return new Connection(found, Duration.ofNanos(System.nanoTime() - start - patient.waited));
  }

  @Override
  public Captured capture(
      CaptureOptions options,
      Path out,
      boolean resume,
      ExecApproval approval,
      CaptureListener listener,
      Progress progress)
      throws UnreadableInputException, IOException {
    CaptureResult result = captures.capture(options, out, resume, approval, listener, progress);
    return new Captured(
        out,
        result.manifest().coverage(),
        result.missing(),
        result.complete(),
        result.interrupted(),
        result.manifest().lists().stream().mapToLong(CapturedList::pages).sum());
  }

  /// Knows how long a person took to answer.
  private static final class Patient implements ExecApproval {
    private final ExecApproval asked;
    private volatile long waited;

    Patient(ExecApproval asked) {
      this.asked = asked;
    }

    @Override
    public boolean approve(List<String> command, String contextName) {
      long start = System.nanoTime();
      try {
        return asked.approve(command, contextName);
      } finally {
        waited = System.nanoTime() - start;
      }
    }
  }
}
