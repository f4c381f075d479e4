package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguard.bundle.Bundle;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CapturedList;

/// The faults that lie between a tool and a cluster. Each ends in a complete bundle, or in a
// partial
/// one that says what is missing; none hangs.
@Timeout(60)
class FaultTest {

  private static final String PAGE_1 = "/api/v1/pods?limit=2";
  private static final String PAGE_2 = "/api/v1/pods?limit=2&continue=2";
  private static final String COMPLETE = "CAPTURED 5";

  @TempDir Path folder;

  /// Breaks the connection after so many bytes of the right answer.
  private static FakeCluster.Fault reset(int after) {
    return right ->
        (socket, out) -> {
          byte[] bytes = bytes(right);
          out.write(bytes, 0, Math.min(after, bytes.length));
          out.flush();
          socket.setSoLinger(true, 0);
          socket.close();
        };
  }

  /// The right answer, of which the last bytes are missing although its length says so.
  private static final FakeCluster.Fault TRUNCATED =
      right -> {
        String text = new String(bytes(right), StandardCharsets.UTF_8);
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        return RawServer.json(200, body.substring(0, body.length() - 12));
      };

  private static final FakeCluster.Fault HTML =
      right -> RawServer.reply(200, "text/html", "<html>Please sign in</html>", "");

  private static final FakeCluster.Fault REDIRECT =
      right -> RawServer.reply(302, "text/plain", "", "Location: http://127.0.0.1:1/x\r\n");

  /// One byte, and then one more each time nobody would call it silence, for ever.
  private static final FakeCluster.Fault DRIP =
      right ->
          (socket, out) -> {
            out.write(RawServer.head(200, "application/json", 1 << 20, ""));
            while (true) {
              out.write(' ');
              out.flush();
              pause(50);
            }
          };

  /// The start of an answer, and then nothing.
  private static final FakeCluster.Fault SILENCE =
      right ->
          (socket, out) -> {
            out.write(RawServer.head(200, "application/json", 1 << 20, ""));
            out.write('{');
            out.flush();
            untilTheClientLeaves(socket);
          };

  private static final FakeCluster.Fault NO_ANSWER =
      right -> (socket, out) -> untilTheClientLeaves(socket);

  private static final FakeCluster.Fault LATE =
      right ->
          (socket, out) -> {
            pause(150);
            right.write(socket, out);
          };

  private static FakeCluster.Fault status(int status, String headers) {
    return right ->
        RawServer.reply(status, "application/json", "{\"message\":\"not now\"}", headers);
  }

  private static FakeCluster.Fault expired(String continueToken) {
    return right -> FakeCluster.expired(continueToken);
  }

  static Stream<Arguments> faultsThatPass() {
    return Stream.of(
        Arguments.of("latency", PAGE_2, LATE),
        Arguments.of("reset before an answer", PAGE_2, reset(0)),
        Arguments.of("reset in the head", PAGE_2, reset(20)),
        Arguments.of("reset in the body of the first page", PAGE_1, reset(240)),
        Arguments.of("reset in the body of a later page", PAGE_2, reset(240)),
        Arguments.of("429 with Retry-After", PAGE_2, status(429, "Retry-After: 7\r\n")),
        Arguments.of("500", PAGE_2, status(500, "")),
        Arguments.of("503", PAGE_1, status(503, "")),
        Arguments.of("truncated JSON", PAGE_1, TRUNCATED),
        Arguments.of("truncated JSON of a later page", PAGE_2, TRUNCATED),
        Arguments.of("slow drip", PAGE_2, DRIP),
        Arguments.of("silence", PAGE_2, SILENCE),
        Arguments.of("no answer", PAGE_2, NO_ANSWER));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultsThatPass")
  void aFaultThatPassesLeavesACompleteBundle(String name, String path, FakeCluster.Fault fault)
      throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.fault(path, fault);
    CaptureResult result = run(cluster, name);
    assertEquals(List.of(), result.missing());
    assertEquals(Map.of("Pod", COMPLETE), Captures.coverage(result.manifest(), "Pod"));
    assertEquals(5, objects("/api/v1/pods"));
  }

  static Stream<Arguments> faultsThatStay() {
    return Stream.of(
        Arguments.of(
            "reset in every body",
            PAGE_1,
            reset(150),
            "FAILED 0 the connection broke off in the middle of an answer"),
        Arguments.of(
            "reset in a later body",
            PAGE_2,
            reset(150),
            "PARTIAL 2 only the first 2 objects: the connection broke off in the middle of an"
                + " answer"),
        Arguments.of(
            "429",
            PAGE_2,
            status(429, ""),
            "PARTIAL 2 only the first 2 objects: the server answered with status 429: not now"),
        Arguments.of(
            "500",
            PAGE_1,
            status(500, ""),
            "FAILED 0 the server answered with status 500: not now"),
        Arguments.of(
            "truncated JSON",
            PAGE_1,
            (FakeCluster.Fault) right -> RawServer.json(200, "{\"kind\":\"PodList\",\"items\":["),
            "FAILED 0 the answer is damaged: the JSON ends in the middle of a value"),
        Arguments.of(
            "an empty answer",
            PAGE_1,
            (FakeCluster.Fault) right -> RawServer.json(200, ""),
            "FAILED 0 the answer is damaged: it is no list"),
        Arguments.of(
            "wrong content type",
            PAGE_1,
            HTML,
            "FAILED 0 the answer is not JSON but text/html, so it is not the API server's"),
        Arguments.of("redirect", PAGE_1, REDIRECT, "FAILED 0 the server answered with status 302"),
        Arguments.of("slow drip", PAGE_1, DRIP, "FAILED 0 the answer was not complete after 8 s"),
        Arguments.of("silence", PAGE_1, SILENCE, "FAILED 0 the answer stopped for more than 2 s"),
        Arguments.of("no answer", PAGE_1, NO_ANSWER, "FAILED 0 no answer came in time"),
        Arguments.of(
            "not found",
            PAGE_1,
            status(404, ""),
            "ABSENT 0 the server answered with status 404: not now"),
        Arguments.of(
            "method not allowed",
            PAGE_1,
            status(405, ""),
            "ABSENT 0 the server answered with status 405: not now"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultsThatStay")
  void aFaultThatStaysIsNamedAndTheRestIsRead(
      String name, String path, FakeCluster.Fault fault, String coverage) throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.faultAlways(path, fault);
    CaptureResult result = run(cluster, name);
    assertEquals(
        Map.of("Pod", coverage, "Node", "CAPTURED 1", "Clinic.example.org", "CAPTURED 1"),
        Captures.coverage(result.manifest(), "Pod", "Node", "Clinic.example.org"));
    assertEquals(coverage.startsWith("ABSENT"), result.complete());
    Bundle.verify(folder.resolve("bundle.zip"), Progress.NONE);
  }

  @Test
  void anExpiredContinuationStartsTheListOverWithLargerPages() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.fault(PAGE_2, expired("2"));
    CaptureResult result = run(cluster);
    assertEquals(Map.of("Pod", COMPLETE), Captures.coverage(result.manifest(), "Pod"));
    assertEquals(List.of("1 pages, 5 objects, consistent true"), lists("/api/v1/pods"));
  }

  @Test
  void aListThatExpiresAgainIsReadAtOnce() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.fault(PAGE_2, expired("2"));
    cluster.fault("/api/v1/pods?limit=8", expired("4"));
    CaptureResult result = run(cluster);
    assertEquals(Map.of("Pod", COMPLETE), Captures.coverage(result.manifest(), "Pod"));
  }

  @Test
  void aListThatAlwaysExpiresIsContinuedAtAnotherMomentAndSaysSo() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    for (int i = 5; i < 12; i++) {
      cluster.add("pods", "b", "pod-" + i, "");
    }
    cluster.fault(PAGE_2, expired("2"));
    cluster.fault("/api/v1/pods?limit=8&continue=8", expired("8"), expired("8"));
    cluster.fault("/api/v1/pods", expired("0"));
    CaptureResult result = run(cluster);
    assertEquals(
        Map.of("Pod", "CAPTURED 12 its pages show several moments"),
        Captures.coverage(result.manifest(), "Pod"));
    assertEquals(List.of("2 pages, 12 objects, consistent false"), lists("/api/v1/pods"));
  }

  @Test
  void theServersWishToBeLeftAloneIsRespected() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.fault(PAGE_2, status(429, "Retry-After: 7\r\n"), status(503, "Retry-After: 9999\r\n"));
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      captures.run(captures.options(server.url()));
      assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(60)), captures.pauses());
    }
  }

  @Test
  void aLoginThatEndsMeanwhileEndsTheCaptureAndResumingReadsTheRest() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.faultAlways("/api/v1/pods", status(401, ""));
    cluster.faultAlways("/api/v1/secrets", status(401, ""));
    cluster.faultAlways("/apis/", status(401, ""));
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      CaptureResult partial = captures.run(captures.options(server.url()));
      assertEquals(
          "the capture ended early: the server no longer takes the login (status 401); renew it and"
              + " resume",
          partial.missing().getFirst());
      assertEquals(
          Map.of(
              "Node",
              "CAPTURED 1",
              "Pod",
              "FAILED 0 the server answered with status 401: not now",
              "Clinic.example.org",
              "FAILED 0 not asked for any more: the server no longer takes the login (status 401);"
                  + " renew it and resume"),
          Captures.coverage(partial.manifest(), "Node", "Pod", "Clinic.example.org"));

      cluster.healAll();
      int before = server.requests().size();
      CaptureResult whole =
          captures
              .capture()
              .capture(
                  captures.options(server.url()),
                  captures.bundle(),
                  true,
                  CaptureListener.NONE,
                  Progress.NONE);
      assertTrue(whole.complete());
      assertEquals(
          Map.of("Node", "CAPTURED 1", "Pod", COMPLETE, "Clinic.example.org", "CAPTURED 1"),
          Captures.coverage(whole.manifest(), "Node", "Pod", "Clinic.example.org"));
      assertTrue(
          server.requests().stream()
              .skip(before)
              .noneMatch(request -> request.path().contains("nodes")));
    }
  }

  @Test
  void aServerThatIsGoneEndsTheCapture() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    for (String plural : List.of("nodes", "pods", "secrets")) {
      cluster.faultAlways("/api/v1/" + plural, reset(0));
    }
    cluster.faultAlways("/apis/", reset(0));
    CaptureResult result = run(cluster);
    assertEquals(
        "the capture ended early: the connection to the server was lost; resume when it is back",
        result.missing().getFirst());
    assertEquals(
        Map.of(
            "ConfigMap",
            "CAPTURED 1",
            "Node",
            "FAILED 0 the connection broke off before an answer"),
        Captures.coverage(result.manifest(), "ConfigMap", "Node"));
  }

  private CaptureResult run(FakeCluster cluster) throws Exception {
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      return captures.run(captures.options(server.url()));
    }
  }

  /// Patience for the faults that only a time limit ends.
  private CaptureResult run(FakeCluster cluster, String name) throws Exception {
    boolean needsLimit = List.of("slow drip", "silence", "no answer").contains(name);
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      CaptureOptions options = captures.options(server.url());
      return captures.run(needsLimit ? options.withPatience(Duration.ofSeconds(2), 1) : options);
    }
  }

  private int objects(String path) throws Exception {
    return Bundle.record(folder.resolve("bundle.zip")).lists().stream()
        .filter(list -> list.path().equals(path))
        .mapToInt(CapturedList::objects)
        .sum();
  }

  private List<String> lists(String path) throws Exception {
    return Bundle.record(folder.resolve("bundle.zip")).lists().stream()
        .filter(list -> list.path().equals(path))
        .map(
            list ->
                list.pages()
                    + " pages, "
                    + list.objects()
                    + " objects, consistent "
                    + list.consistent())
        .toList();
  }

  private static byte[] bytes(RawServer.Reply reply) {
    try {
      var out = new java.io.ByteArrayOutputStream();
      reply.write(new Socket(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void untilTheClientLeaves(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // whatever it still says
    }
  }

  private static void pause(int milliseconds) {
    try {
      boolean unused = new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
