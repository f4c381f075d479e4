package org.safeguard.capture;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.safeguard.bundle.BundleSpool;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.TypeCoverage;

/// Captures the types of one cluster, several at once, until they are all done or something ends
/// the capture before its time.
final class CaptureRun {

  private static final String CANCELLED = "it was cancelled";
  private static final int LOST_AFTER = 3;

  private final Session session;
  private final CaptureOptions options;
  private final BundleSpool bundle;
  private final Clock clock;
  private final Listening listener;
  private final Progress progress;
  private final List<TypeOutcome> outcomes = new ArrayList<>();
  private int lost;
  private int done;
  private int total;
  private boolean cancelled;

  CaptureRun(
      Session session,
      CaptureOptions options,
      BundleSpool bundle,
      Clock clock,
      Listening listener,
      Progress progress) {
    this.session = session;
    this.options = options;
    this.bundle = bundle;
    this.clock = clock;
    this.listener = listener;
    this.progress = progress;
  }

  /// @param types to capture
  Ending run(List<ServedType> types) throws IOException {
    total = types.size();
    List<ServedType> rest = new ArrayList<>(types);
    KnownNamespaces namespaces = captureNamespaces(rest);
    ExecutorService workers = Executors.newFixedThreadPool(options.parallel());
    try {
      ExecutorCompletionService<TypeOutcome> service = new ExecutorCompletionService<>(workers);
      for (ServedType type : rest) {
        service.submit(() -> capture(type, namespaces));
      }
      workers.shutdown();
      collect(service, rest.size());
      return new Ending(outcomes, session.stop().cause(), cancelled);
    } finally {
      session.stop().because(CANCELLED); // nobody may go on after a fault
      awaitEnd(workers);
    }
  }

  /// The namespaces come first: where the list of all is forbidden, they are the way round.
  private KnownNamespaces captureNamespaces(List<ServedType> rest) throws IOException {
    List<String> own = List.of(session.access().context().namespace());
    KnownNamespaces fallback =
        new KnownNamespaces(options.namespaces().isEmpty() ? own : options.namespaces(), false);
    for (ServedType type : rest) {
      if (type.is("", "namespaces")) {
        rest.remove(type);
        checkCancelled();
        add(capture(type, fallback));
        List<String> names =
            options.namespaces().isEmpty() && !session.stop().isSet()
                ? namesOf(outcomes.getLast())
                : List.of();
        return names.isEmpty() ? fallback : new KnownNamespaces(names, true);
      }
    }
    return fallback;
  }

  private List<String> namesOf(TypeOutcome outcome) {
    return outcome.coverage().state() == Coverage.CAPTURED && outcome.coverage().count() > 0
        ? session.namespaces(options.pageSize(), clock)
        : List.of();
  }

  private void collect(ExecutorCompletionService<TypeOutcome> service, int count)
      throws IOException {
    for (int i = 0; i < count; ) {
      checkCancelled();
      try {
        Future<TypeOutcome> next = service.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          add(next.get());
          i++;
        }
      } catch (InterruptedException e) {
        cancel();
      } catch (ExecutionException e) {
        throw fault(e);
      }
    }
  }

  /// A disk that is full is the user's to mend; anything else is a fault of ours.
  private static IOException fault(ExecutionException e) {
    return Trouble.find(e, IOException.class)
        .map(io -> new IOException(io.getMessage(), e))
        .orElseThrow(() -> new IllegalStateException("A list could not be captured", e));
  }

  private void checkCancelled() {
    if (!cancelled) {
      try {
        progress.checkCancelled();
      } catch (CancelledException e) {
        cancel();
      }
    }
  }

  /// The interruption ends here, since an interrupted thread could not write the bundle.
  private void cancel() {
    boolean unused = Thread.interrupted();
    cancelled = true;
    session.stop().because(CANCELLED);
  }

  private void add(TypeOutcome outcome) {
    outcomes.add(outcome);
    done++;
    progress.report("Reading the cluster, " + done + " of " + total + " types", share());
  }

  private double share() {
    return total == 0 ? 1 : (double) done / total;
  }

  private TypeOutcome capture(ServedType type, KnownNamespaces namespaces) throws IOException {
    if (session.stop().isSet()) {
      return listener.done(notAsked(type));
    }
    listener.reading(type.type(), 0);
    ListReader reader = new ListReader(session.requests(), options.pageSize(), clock);
    TypeCapture capture =
        new TypeCapture(
            reader, new NamedConfigMaps(session.requests(), clock), options, namespaces, bundle);
    TypeOutcome outcome = capture.capture(type, objects -> listener.reading(type.type(), objects));
    endWhenHopeless(outcome);
    return listener.done(outcome);
  }

  private TypeOutcome notAsked(ServedType type) {
    TypeCoverage coverage =
        new TypeCoverage(
            type.type(), Coverage.FAILED, 0, "not asked for any more: " + session.stop().cause());
    return new TypeOutcome(coverage, false, List.of(), List.of());
  }

  /// A login that is over, and a server that is gone, need not be asked for each of the rest.
  private synchronized void endWhenHopeless(TypeOutcome outcome) {
    if (outcome.lists().stream().anyMatch(list -> list.status() == 401)) {
      session
          .stop()
          .because("the server no longer takes the login (status 401); renew it and resume");
    }
    boolean answered = outcome.lists().stream().anyMatch(list -> list.status() > 0);
    boolean failed = outcome.coverage().state() == Coverage.FAILED;
    lost = answered || !failed ? 0 : lost + 1;
    if (lost >= LOST_AFTER) {
      session.stop().because("the connection to the server was lost; resume when it is back");
    }
  }

  private static void awaitEnd(ExecutorService workers) {
    workers.shutdown();
    boolean interrupted = false;
    try {
      while (!workers.isTerminated()) {
        try {
          boolean unused = workers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
