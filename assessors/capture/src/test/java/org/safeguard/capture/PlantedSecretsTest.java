package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguard.bundle.Bundle;
import org.safeguard.redaction.Profile;
import org.slf4j.LoggerFactory;

/// Secrets are planted wherever they lie in real clusters. None of them is in the bundle, in a log
/// line, or in any file that is left.
class PlantedSecretsTest {

  private static final String DATA = "planted-secret-data-1a2b3c";
  private static final String ENV = "planted-env-Zx81-hunter2";
  private static final String ARG = "planted-arg-S3cr3t-77aa";
  private static final String ANNOTATION = "planted-annotation-8811ff";
  private static final String LAST = "planted-last-applied-42";
  private static final String MAP = "planted-map-password-91";

  @TempDir Path folder;

  private static FakeCluster planted() {
    FakeCluster cluster = FakeCluster.small();
    String base64 = Base64.getEncoder().encodeToString(DATA.getBytes(StandardCharsets.UTF_8));
    String annotations =
        "\"annotations\":{\"example.org/password\":\""
            + ANNOTATION
            + "\",\"kubectl.kubernetes.io/last-applied-configuration\":\"{\\\"data\\\":\\\""
            + LAST
            + "\\\"}\"}";
    cluster.addWith(
        "secrets",
        "a",
        "planted",
        annotations,
        "\"type\":\"Opaque\",\"data\":{\"password\":\""
            + base64
            + "\"},\"stringData\":{\"password\":\""
            + DATA
            + "\"}");
    cluster.addWith(
        "configmaps", "a", "planted", annotations, "\"data\":{\"db-password\":\"" + MAP + "\"}");
    cluster.addWith(
        "pods",
        "a",
        "planted",
        annotations,
        "\"spec\":{\"containers\":[{\"name\":\"c\",\"args\":[\"--password="
            + ARG
            + "\"],\"env\":[{\"name\":\"DB_PASSWORD\",\"value\":\""
            + ENV
            + "\"}]}]}");
    return cluster;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noneOfThemIsInTheBundle(boolean serverSendsWholeSecrets) throws Exception {
    FakeCluster cluster = planted();
    if (serverSendsWholeSecrets) {
      cluster.answerSecretsInFull();
    }
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      CaptureResult result = captures.run(captures.options(server.url()));
      String bundle = text(captures.bundle());
      String base64 = Base64.getEncoder().encodeToString(DATA.getBytes(StandardCharsets.UTF_8));
      for (String secret : List.of(DATA, base64, ENV, ARG, ANNOTATION, LAST, MAP, Captures.TOKEN)) {
        assertFalse(bundle.contains(secret), secret);
      }
      assertTrue(bundle.contains("\"name\":\"planted\""));
      assertFalse(Bundle.record(captures.bundle()).redactions().isEmpty());
      assertEquals(
          serverSendsWholeSecrets
              ? "CAPTURED 2 the server answered with whole secrets although only metadata was asked"
                  + " for; their values were dropped while they were read"
              : "CAPTURED 2",
          Captures.coverage(result.manifest(), "Secret").get("Secret"));
    }
  }

  @Test
  void strictTakesOutPlainValuesToo() throws Exception {
    FakeCluster cluster = planted();
    cluster.add("configmaps", "a", "plain", "\"data\":{\"colour\":\"planted-plain-green\"}");
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      captures.run(captures.options(server.url()).withProfile(Profile.STRICT));
      assertFalse(text(captures.bundle()).contains("planted-plain-green"));
    }
  }

  @Test
  void credentialsAreInNoFileAndInNoLogLine() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Level level = root.getLevel();
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.ALL);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (RawServer server = new RawServer(planted())) {
      Captures captures = new Captures(elsewhere);
      captures.run(captures.options(server.url()));
      assertEquals(
          "Bearer " + Captures.TOKEN, server.requests().getFirst().header("Authorization"));
    } finally {
      root.setLevel(level);
      root.detachAppender(lines);
    }
    String logged =
        List.copyOf(lines.list).stream()
            .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
            .collect(Collectors.joining("\n"));
    assertFalse(logged.contains(Captures.TOKEN));
    assertFalse(logged.contains(ENV));
    try (var files = Files.walk(elsewhere)) {
      assertEquals(
          List.of("bundle.zip", "kubeconfig"),
          files
              .filter(Files::isRegularFile)
              .map(file -> elsewhere.relativize(file).toString())
              .sorted()
              .toList());
    }
    assertFalse(text(elsewhere.resolve("bundle.zip")).contains(Captures.TOKEN));
  }

  private static String text(Path zip) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(Files.readAllBytes(zip));
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      while (in.getNextEntry() != null) {
        in.transferTo(all);
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
