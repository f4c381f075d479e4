package org.safeguard.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.CaptureListener;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.capture.CapturePlan;
import org.safeguard.capture.CaptureResult;
import org.safeguard.capture.ConnectionCheck;
import org.safeguard.capture.ExecApproval;
import org.safeguard.capture.Kubeconfig;
import org.safeguard.capture.LiveCapture;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Reading live clusters, the one thing that uses a network.
public final class Captures {

  private final Clock clock;
  private final String version;

  Captures(Clock clock, String version) {
    this.clock = clock;
    this.version = version;
  }

  /// The contexts of a kubeconfig. Runs nothing and connects to nothing.
  ///
  /// @param kubeconfig null for the files of `KUBECONFIG`, or else `~/.kube/config`
  /// @throws UnreadableInputException when there is none, or it is damaged
  public Kubeconfig kubeconfig(@Nullable Path kubeconfig) throws UnreadableInputException {
    return Kubeconfig.read(kubeconfig);
  }

  /// What a capture will ask. Sends nothing and runs nothing.
  ///
  /// @throws UnreadableInputException when the kubeconfig cannot be read
  public CapturePlan explain(CaptureOptions options) throws UnreadableInputException {
    return live((command, context) -> false).explain(options);
  }

  /// Asks for the version and for what is served, and nothing else.
  ///
  /// @throws UnreadableInputException when the cluster cannot be reached or refuses the login
  public ConnectionCheck check(CaptureOptions options, ExecApproval approval, Progress progress)
      throws UnreadableInputException, IOException {
    return live(approval).check(options, progress);
  }

  /// Captures a cluster into a bundle, which appears when the capture ends, also before its time.
  ///
  /// @param resume whether to go on with the partial bundle that `out` is
  /// @throws UnreadableInputException when the cluster cannot be reached or refuses the login;
  ///     nothing is written then
  /// @throws IOException when the bundle cannot be written
  public CaptureResult capture(
      CaptureOptions options,
      Path out,
      boolean resume,
      ExecApproval approval,
      CaptureListener listener,
      Progress progress)
      throws UnreadableInputException, IOException {
    Destination.check(out);
    return live(approval).capture(options, out, resume, listener, progress);
  }

  private LiveCapture live(ExecApproval approval) {
    return new LiveCapture(clock, version, approval);
  }
}
