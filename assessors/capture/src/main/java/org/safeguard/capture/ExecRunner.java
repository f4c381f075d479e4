package org.safeguard.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.ObjectNode;

/// Runs a credential plug-in, exactly as it was shown: without a shell, without a terminal, and
/// only for a while. What it prints stays in memory; what it complains about is thrown away.
///
/// See
// <https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins>.
final class ExecRunner {

  private static final int MAX_OUTPUT = 1 << 20;

  private final Duration limit;

  ExecRunner(Duration limit) {
    this.limit = limit;
  }

  /// What a plug-in gave.
  ///
  /// @param token null for none
  /// @param certificate PEM text, null for none
  /// @param key its private key, null for none
  /// @param expires null where it does not say
  record Credential(
      @Nullable Hidden token,
      @Nullable String certificate,
      @Nullable Hidden key,
      @Nullable Instant expires) {}

  /// @throws UnreadableInputException when it cannot be run or gives nothing
  Credential run(ExecPlugin plugin) throws UnreadableInputException {
    String output = output(plugin);
    ObjectNode status;
    try {
      status = SmallJson.object(new StringReader(output)).object("status");
    } catch (IOException e) {
      throw failed(plugin, "its answer cannot be read");
    }
    Credential credential =
        new Credential(
            status.text("token").map(Hidden::new).orElse(null),
            status.text("clientCertificateData").orElse(null),
            status.text("clientKeyData").map(Hidden::new).orElse(null),
            status.text("expirationTimestamp").map(ExecRunner::time).orElse(null));
    if (credential.token() == null && credential.certificate() == null) {
      throw failed(plugin, "it gave neither a token nor a certificate");
    }
    return credential;
  }

  private String output(ExecPlugin plugin) throws UnreadableInputException {
    ProcessBuilder builder =
        new ProcessBuilder(plugin.command()).redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    plugin.environment().forEach((name, value) -> environment.put(name, value.reveal()));
    environment.put(
        "KUBERNETES_EXEC_INFO",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\""
            + plugin.apiVersion().replaceAll("[^a-z0-9./]", "")
            + "\",\"spec\":{\"interactive\":false}}");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw failed(plugin, "it could not be started");
    }
    try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
      process.getOutputStream().close();
      return read(plugin, process, reader);
    } catch (IOException e) {
      throw failed(plugin, "it could not be talked to");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private String read(ExecPlugin plugin, Process process, ExecutorService reader)
      throws UnreadableInputException {
    InputStream out = process.getInputStream();
    Future<byte[]> bytes = reader.submit(() -> out.readNBytes(MAX_OUTPUT));
    try {
      byte[] read = bytes.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended || process.exitValue() != 0) {
        throw failed(plugin, "it ended with status " + (ended ? process.exitValue() : "unknown"));
      }
      return new String(read, StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly(); // else the reader would wait on
      throw failed(plugin, "it did not end within " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw failed(plugin, "what it printed could not be read");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw failed(plugin, "it was interrupted");
    }
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static UnreadableInputException failed(ExecPlugin plugin, String why) {
    return new UnreadableInputException(
        plugin.command().getFirst(),
        "the kubeconfig's program for signing in gave no credentials: " + why,
        "Run a kubectl command with this context to see what it asks for, then try again");
  }
}
