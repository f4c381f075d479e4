package org.safeguard.capture;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.ObjectNode;

/// An open connection to a cluster that has answered and taken the login.
final class Session implements AutoCloseable {

  private static final String JSON = "application/json";

  private final Access access;
  private final Credentials credentials;
  private final Connection connection;
  private final Requests requests;
  private final Stop stop;
  private final RequestLog log;
  private @Nullable String version;

  private Session(
      Access access,
      Credentials credentials,
      Connection connection,
      Requests requests,
      Stop stop,
      RequestLog log) {
    this.access = access;
    this.credentials = credentials;
    this.connection = connection;
    this.requests = requests;
    this.stop = stop;
    this.log = log;
  }

  /// Connects, and asks for the version.
  ///
  /// @throws UnreadableInputException when the cluster cannot be reached or refuses the login
  static Session open(
      Access access, CaptureOptions options, CaptureTools tools, Stop stop, Progress progress)
      throws UnreadableInputException {
    Clock clock = tools.clock();
    Credentials credentials =
        Credentials.open(access, tools.approval(), new ExecRunner(tools.pluginLimit()), clock);
    progress.report("Connecting to " + access.server(), -1);
    progress.checkCancelled();
    Connection connection =
        Connection.open(access, credentials, options.requestTimeout(), tools.version());
    RequestLog log = new RequestLog();
    Wire wire =
        new Wire(
            connection.client(), access, credentials, options.requestTimeout(), clock, stop, log);
    RateLimit rate = new RateLimit(options.requestsPerSecond(), System::nanoTime, tools.pause());
    Requests requests = new Requests(wire, rate, tools.pause(), stop, options.retries());
    Session session = new Session(access, credentials, connection, requests, stop, log);
    boolean greeted = false;
    try {
      session.greet(new Requests(wire, rate, tools.pause(), stop, Math.min(1, options.retries())));
      greeted = true;
      return session;
    } finally {
      if (!greeted) {
        session.close();
      }
    }
  }

  private void greet(Requests first) throws UnreadableInputException {
    ObjectNode[] found = {ObjectNode.EMPTY};
    try {
      Answer answer =
          first.get(
              "/version",
              JSON,
              body ->
                  found[0] = SmallJson.object(new InputStreamReader(body, StandardCharsets.UTF_8)));
      switch (answer.status()) {
        case 200 ->
            version = Words.of(found[0].text("gitVersion").orElse("").replaceFirst("^v", ""), 40);
        case 403, 404 -> version = null; // the lists will tell what may be read
        default -> throw Refusals.atStart(access, answer);
      }
    } catch (RequestFailure e) {
      throw Refusals.atStart(access, e);
    }
  }

  /// Asks what the server serves.
  Served discover() throws UnreadableInputException {
    try {
      return new Discovery(requests).read();
    } catch (RequestFailure e) {
      throw Refusals.atStart(access, e);
    } catch (RefusedDiscoveryException e) {
      throw Refusals.atStart(access, e.answer());
    }
  }

  /// The names of the namespaces, empty when they may not be listed.
  List<String> namespaces(int pageSize, Clock clock) {
    ServedType type = new ServedType("", "v1", "namespaces", "Namespace", false);
    NamesTarget names = new NamesTarget();
    try {
      ListReader.Result result =
          new ListReader(requests, pageSize, clock)
              .read(type, type.path(), Paging.SEVERAL_MOMENTS, names);
      return result.complete() ? names.sorted() : List.of();
    } catch (ExpiredListException e) {
      return List.of();
    }
  }

  /// Warnings of the context and of what its login says.
  List<String> warnings() {
    return new ArrayList<>(access.context().warnings());
  }

  Access access() {
    return access;
  }

  Requests requests() {
    return requests;
  }

  Stop stop() {
    return stop;
  }

  RequestLog log() {
    return log;
  }

  /// Such as `1.31.2`, null when it may not be read.
  @Nullable String version() {
    return version == null || version.isEmpty() ? null : version;
  }

  String whoAmI() {
    return credentials.whoAmI(access.context().login());
  }

  @Override
  public void close() {
    connection.close();
  }
}
