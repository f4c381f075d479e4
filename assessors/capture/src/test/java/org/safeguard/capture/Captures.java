package org.safeguard.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Captures for tests: a fixed clock, waits that do not wait, and a kubeconfig of one line.
final class Captures {

  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final String TOKEN = "planted-token-9f8e7d6c5b4a";

  private final Path folder;
  private final List<Duration> pauses = new ArrayList<>();

  Captures(Path folder) {
    this.folder = folder;
  }

  LiveCapture capture() {
    return capture(ExecApproval.NEVER, Map.of());
  }

  LiveCapture capture(ExecApproval approval, Map<String, String> environment) {
    return new LiveCapture(
        new CaptureTools(
            Clock.fixed(NOW, ZoneOffset.UTC),
            "0.1.0",
            approval,
            environment,
            this::remember,
            Duration.ofSeconds(10)));
  }

  private synchronized void remember(Duration time, Stop stop) {
    pauses.add(time);
  }

  /// The waits that would have been.
  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  /// Small pages, one list at a time, and few retries.
  CaptureOptions options(String server) throws IOException {
    return options(server, "{token: " + TOKEN + "}", "");
  }

  CaptureOptions options(String server, String user, String cluster) throws IOException {
    Path kubeconfig = folder.resolve("kubeconfig");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        current-context: clinic
        clusters: [{name: c, cluster: {server: "%s"%s}}]
        users: [{name: u, user: %s}]
        contexts: [{name: clinic, context: {cluster: c, user: u}}]
        """
            .formatted(server, cluster, user));
    return CaptureOptions.defaults()
        .withKubeconfig(kubeconfig)
        .withSecretNames(true)
        .withPace(1, 10_000, 2)
        .withPatience(Duration.ofSeconds(30), 2);
  }

  Path bundle() {
    return folder.resolve("bundle.zip");
  }

  CaptureResult run(CaptureOptions options) throws UnreadableInputException, IOException {
    return capture().capture(options, bundle(), false, CaptureListener.NONE, Progress.NONE);
  }

  /// `state count cause` by type, of the types that somebody asked for or that are missing.
  static Map<String, String> coverage(BundleManifest manifest, String... types) {
    Map<String, TypeCoverage> all = new HashMap<>();
    manifest.coverage().forEach(entry -> all.put(entry.type().toString(), entry));
    Map<String, String> shown = new TreeMap<>();
    for (String type : types) {
      TypeCoverage entry = all.get(type);
      shown.put(
          type,
          entry == null
              ? "none"
              : (entry.state() + " " + entry.count() + " " + entry.cause()).strip());
    }
    return shown;
  }
}
