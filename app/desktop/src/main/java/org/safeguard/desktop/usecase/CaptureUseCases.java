package org.safeguard.desktop.usecase;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.CaptureListener;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.capture.CapturePlan;
import org.safeguard.capture.ExecApproval;
import org.safeguard.capture.Kubeconfig;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// What the screens ask of a live cluster. Every call takes time and belongs on a background
/// thread.
public interface CaptureUseCases {

  /// The contexts of a kubeconfig. Runs nothing and connects to nothing.
  ///
  /// @param file null for the files of `KUBECONFIG`, or else `~/.kube/config`
  /// @throws UnreadableInputException when there is none, or it is damaged
  Kubeconfig kubeconfig(@Nullable Path file) throws UnreadableInputException;

  /// What a capture would ask. Sends nothing and runs nothing.
  CapturePlan explain(CaptureOptions options) throws UnreadableInputException;

  /// Asks for the version and for what is served, and nothing else.
  ///
  /// @throws UnreadableInputException when the cluster cannot be reached or refuses the login
  Connection check(CaptureOptions options, ExecApproval approval, Progress progress)
      throws UnreadableInputException, IOException;

  /// Reads a cluster into a bundle, which is written also when the capture is cancelled.
  ///
  /// @param resume whether to go on with the partial bundle that `out` is
  /// @throws UnreadableInputException when the cluster cannot be reached or refuses the login
  Captured capture(
      CaptureOptions options,
      Path out,
      boolean resume,
      ExecApproval approval,
      CaptureListener listener,
      Progress progress)
      throws UnreadableInputException, IOException;
}
