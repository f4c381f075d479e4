package org.safeguard.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Reads a live cluster into a bundle, with GET requests only.
public final class LiveCapture {

  private final Clock clock;
  private final String toolVersion;
  private final ExecApproval approval;

  /// @param clock for the times in the bundle
  /// @param toolVersion for the bundle's manifest
  /// @param approval asked before a program that the kubeconfig names runs
  public LiveCapture(Clock clock, String toolVersion, ExecApproval approval) {
    this.clock = clock;
    this.toolVersion = toolVersion;
    this.approval = approval;
  }

  /// What a capture will ask. Sends nothing and runs nothing.
  public CapturePlan explain(CaptureOptions options) throws UnreadableInputException {
    throw new UnreadableInputException("capture", "not built yet", toolVersion);
  }

  /// Asks for the version and for what is served, and nothing else.
  ///
  /// @throws UnreadableInputException when the cluster cannot be reached or refuses the login
  public ConnectionCheck check(CaptureOptions options, Progress progress)
      throws UnreadableInputException, IOException {
    throw new UnreadableInputException("capture", "not built yet", clock.toString());
  }

  /// Captures a cluster into a bundle.
  ///
  /// @param out the bundle; it appears when the capture ends, also when that is before its time
  /// @param resume whether to go on with the partial bundle that `out` is
  /// @throws UnreadableInputException when the cluster cannot be reached or refuses the login;
  ///     nothing is written then
  public CaptureResult capture(
      CaptureOptions options, Path out, boolean resume, CaptureListener listener, Progress progress)
      throws UnreadableInputException, IOException {
    throw new UnreadableInputException("capture", "not built yet", approval.toString());
  }
}
