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
import java.util.concurrent.TimeUnit;
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

  /// Sends a request without waiting for its answer.
  ///
  /// @param path with its query, from the server's root
  Asked ask(String path, String accept) throws RequestFailure {
    if (stop.isSet()) {
      throw new RequestFailure(RequestFailure.Kind.STOPPED, "the capture ended");
    }
    AnswerBody body = new AnswerBody(timeout, timeout.multipliedBy(WHOLE), stop);
    Instant at = clock.instant();
    HttpRequest request = request(path, accept);
    return new Asked(path, at, client.consumeBytes(request, body), body, timeout, stop, log);
  }

  /// @param path with its query, from the server's root
  /// @param ahead the same request when it was sent already, null when it was not
  /// @param reader for the body of an answer with status 200
  Answer get(String path, String accept, @Nullable Asked ahead, BodyReader reader)
      throws RequestFailure {
    Answer answer = once(ahead == null ? ask(path, accept) : ahead, reader);
    return answer.status() == 401 && credentials.renew() ? once(ask(path, accept), reader) : answer;
  }

  private static Answer once(Asked asked, BodyReader reader) throws RequestFailure {
    try (asked) {
      return read(asked.response(), asked.body(), reader);
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

  private static Answer read(HttpResponse<AsyncBody> response, AnswerBody body, BodyReader reader)
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
