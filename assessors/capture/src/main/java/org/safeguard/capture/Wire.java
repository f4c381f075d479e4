package org.safeguard.capture;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.tree.ObjectNode;

/// Sends one GET and reads its answer, writing it into the log whatever comes of it.
final class Wire {

  private static final int WHOLE = 4;
  private static final int REFUSAL_BYTES = 1 << 16;

  private final HttpClient client;
  private final URI server;
  private final Credentials credentials;
  private final Map<String, List<String>> impersonation;
  private final Duration timeout;
  private final Clock clock;
  private final Stop stop;
  private final Consumer<CaptureRequest> log;

  Wire(
      HttpClient client,
      Access access,
      Credentials credentials,
      Duration timeout,
      Clock clock,
      Stop stop,
      Consumer<CaptureRequest> log) {
    this.client = client;
    this.server = access.server();
    this.impersonation = access.impersonation();
    this.credentials = credentials;
    this.timeout = timeout;
    this.clock = clock;
    this.stop = stop;
    this.log = log;
  }

  /// @param path with its query, from the server's root
  /// @param reader for the body of an answer with status 200
  Answer get(String path, String accept, BodyReader reader) throws RequestFailure {
    Answer answer = once(path, accept, reader);
    return answer.status() == 401 && credentials.renew() ? once(path, accept, reader) : answer;
  }

  private Answer once(String path, String accept, BodyReader reader) throws RequestFailure {
    if (stop.isSet()) {
      throw new RequestFailure(RequestFailure.Kind.STOPPED, "the capture ended");
    }
    Instant at = clock.instant();
    int status = 0;
    AnswerBody body = new AnswerBody(timeout, timeout.multipliedBy(WHOLE), stop);
    try (body) {
      HttpResponse<AsyncBody> response = send(request(path, accept), body);
      status = response.code();
      body.flow(response.body());
      return read(response, body, reader);
    } finally {
      log.accept(new CaptureRequest(at, "GET", LoggedPath.of(path), status, body.bytes()));
    }
  }

  private HttpRequest request(String path, String accept) throws RequestFailure {
    String base = String.valueOf(server).replaceFirst("/+$", "");
    HttpRequest.Builder request =
        client
            .newHttpRequestBuilder()
            .uri(URI.create(base + path))
            .timeout(timeout.toMillis() * WHOLE, TimeUnit.MILLISECONDS)
            .setHeader("Accept", accept);
    impersonation.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    credentials.authorization().ifPresent(value -> request.setHeader("Authorization", value));
    return request.build();
  }

  private HttpResponse<AsyncBody> send(HttpRequest request, AnswerBody body) throws RequestFailure {
    CompletableFuture<HttpResponse<AsyncBody>> sent = client.consumeBytes(request, body);
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      try {
        return sent.get(
            Math.min(TimeUnit.MILLISECONDS.toNanos(100), timeout.toNanos()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (stop.isSet() || System.nanoTime() > deadline) {
          sent.cancel(true);
          throw Trouble.of(stop.isSet() ? new StoppedException() : e, false);
        }
      } catch (ExecutionException e) {
        throw Trouble.of(e, false);
      } catch (InterruptedException e) {
        sent.cancel(true);
        Thread.currentThread().interrupt();
        throw Trouble.of(new StoppedException(), false);
      }
    }
  }

  private Answer read(HttpResponse<AsyncBody> response, AnswerBody body, BodyReader reader)
      throws RequestFailure {
    int status = response.code();
    if (status != 200) {
      return refusal(response, body);
    }
    String type = Optional.ofNullable(response.header("Content-Type")).orElse("application/json");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new RequestFailure(
          RequestFailure.Kind.CONTENT,
          "the answer is not JSON but " + Words.of(type, 60) + ", so it is not the API server's");
    }
    try {
      reader.read(body);
      return new Answer(status, "", "", null);
    } catch (MalformedDocumentException e) {
      throw new RequestFailure(
          RequestFailure.Kind.BROKEN, "the answer is damaged: " + Words.of(e.why(), 120), e);
    } catch (IOException e) {
      throw Trouble.of(e, true);
    }
  }

  /// A refusal's own words lie in a `Status` object; a gateway may send a page instead.
  private static Answer refusal(HttpResponse<AsyncBody> response, AnswerBody body) {
    ObjectNode status = ObjectNode.EMPTY;
    try {
      byte[] bytes = body.readNBytes(REFUSAL_BYTES);
      status = SmallJson.object(text(bytes));
    } catch (IOException e) {
      // the status line says enough
    }
    return new Answer(
        response.code(),
        Words.of(status.text("message").orElse(""), 300),
        status.object("metadata").text("continue").orElse(""),
        retryAfter(response.header("Retry-After")));
  }

  private static Reader text(byte[] bytes) {
    return new StringReader(new String(bytes, StandardCharsets.UTF_8));
  }

  private static @Nullable Duration retryAfter(@Nullable String header) {
    return header != null && header.strip().matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(header.strip()))
        : null;
  }
}
