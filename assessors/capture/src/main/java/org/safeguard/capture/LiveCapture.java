package org.safeguard.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.bundle.BundleHeader;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.bundle.BundleSpool;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Reads a live cluster into a bundle, with GET requests only.
public final class LiveCapture {

  private final CaptureTools tools;

  /// @param clock for the times in the bundle
  /// @param toolVersion for the bundle's manifest
  /// @param approval asked before a program that the kubeconfig names runs
  public LiveCapture(Clock clock, String toolVersion, ExecApproval approval) {
    this(
        new CaptureTools(
            clock, toolVersion, approval, System.getenv(), Pause.REAL, Duration.ofSeconds(60)));
  }

  LiveCapture(CaptureTools tools) {
    this.tools = tools;
  }

  /// What a capture will ask. Sends nothing and runs nothing.
  public CapturePlan explain(CaptureOptions options) throws UnreadableInputException {
    return Explanation.of(access(options), options);
  }

  /// Asks for the version, for what is served and for the names of the namespaces, and nothing
  /// else.
  ///
  /// @throws UnreadableInputException when the cluster cannot be reached or refuses the login
  public ConnectionCheck check(CaptureOptions options, Progress progress)
      throws UnreadableInputException, IOException {
    try (Session session = Session.open(access(options), options, tools, new Stop(), progress)) {
      progress.report("Asking what the server serves", -1);
      progress.checkCancelled();
      Served served = session.discover();
      List<String> warnings = session.warnings();
      served
          .silent()
          .forEach(group -> warnings.add("The API behind the group " + group + " does not answer"));
      return new ConnectionCheck(
          session.access().server().toString(),
          session.version(),
          session.whoAmI(),
          session.namespaces(options.pageSize(), tools.clock()),
          served.types().size(),
          warnings);
    }
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
    Instant started = tools.clock().instant();
    try (Session session = Session.open(access(options), options, tools, new Stop(), progress)) {
      progress.report("Asking what the server serves", -1);
      progress.checkCancelled();
      Served served = session.discover();
      try (BundleSpool bundle = BundleSpool.beside(out)) {
        session.log().continueIn(bundle, listener::request);
        String cluster = session.access().server().toString();
        Resumed resumed =
            resume ? Resumed.from(out, bundle, cluster, options.profile()) : Resumed.NOTHING;
        return capture(session, served, resumed, bundle, options, started, listener, progress);
      }
    }
  }

  private CaptureResult capture(
      Session session,
      Served served,
      Resumed resumed,
      BundleSpool bundle,
      CaptureOptions options,
      Instant started,
      CaptureListener listener,
      Progress progress)
      throws IOException {
    CaptureReport report = new CaptureReport();
    report.add(resumed);
    List<ServedType> wanted = wanted(served, resumed, options, report);
    Listening listening = new Listening(listener);
    listening.types(wanted.stream().map(ServedType::type).toList());
    CaptureRun run = new CaptureRun(session, options, bundle, tools.clock(), listening, progress);
    Ending ending = run.run(wanted);
    ending.outcomes().forEach(report::add);
    report.add(served);
    report.endedBy(ending.cause());
    BundleManifest manifest =
        bundle.finish(
            new BundleHeader(
                session.access().server().toString(),
                started,
                session.version(),
                tools.version(),
                report.coverage(),
                report.lists(),
                report.redactions()));
    return new CaptureResult(
        manifest, report.missing().isEmpty(), report.missing(), ending.cancelled());
  }

  private static List<ServedType> wanted(
      Served served, Resumed resumed, CaptureOptions options, CaptureReport report) {
    LeftOut leftOut = new LeftOut(options, served);
    List<ServedType> wanted = new ArrayList<>();
    for (ServedType type : served.types()) {
      Optional<String> reason = leftOut.reason(type);
      if (reason.isPresent()) {
        report.leftOut(type, reason.get());
      } else if (!resumed.types().contains(type.type())) {
        wanted.add(type);
      }
    }
    return wanted;
  }

  private Access access(CaptureOptions options) throws UnreadableInputException {
    KubeconfigFiles files = KubeconfigFiles.read(options.kubeconfig(), tools.environment());
    return new ContextReader(files, tools.environment()).access(options.context());
  }
}
