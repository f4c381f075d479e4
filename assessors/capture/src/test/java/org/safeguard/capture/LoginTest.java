package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// What stops a capture before it begins: one line, and nothing is written.
@Timeout(120)
class LoginTest {

  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPluginRunsOnceAndOnlyWhenApproved() throws Exception {
    Path program = program("echo run >> \"$0.count\"\nprintf '%s' '" + credential("first") + "'");
    try (RawServer server = new RawServer(FakeCluster.small())) {
      Captures captures = new Captures(folder);
      CaptureOptions options =
          captures.options(server.url(), "{exec: {command: " + program + ", args: [a b]}}", "");
      UnreadableInputException refused =
          assertThrows(UnreadableInputException.class, () -> captures.run(options));
      assertEquals(
          "its program for signing in was not allowed to run: " + program + " a b", refused.why());
      assertFalse(Files.exists(Path.of(program + ".count")));

      List<String> shown = new ArrayList<>();
      ExecApproval approval =
          (command, context) -> shown.add(context + " " + command); // add says true
      CaptureResult result =
          captures
              .capture(approval, Map.of())
              .capture(options, captures.bundle(), false, CaptureListener.NONE, Progress.NONE);
      assertTrue(result.complete());
      assertEquals(List.of("clinic [" + program + ", a b]"), shown);
      assertEquals("run\n", Files.readString(Path.of(program + ".count")));
      assertEquals("Bearer first", server.requests().getFirst().header("Authorization"));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPluginThatFailsSaysSoWithoutItsWords() throws Exception {
    Path program = program("echo planted-token >&2\necho planted-token\nexit 3");
    Captures captures = new Captures(folder);
    CaptureOptions options =
        captures.options("https://127.0.0.1:1", "{exec: {command: " + program + "}}", "");
    UnreadableInputException e =
        assertThrows(
            UnreadableInputException.class,
            () ->
                captures
                    .capture((command, context) -> true, Map.of())
                    .check(options, Progress.NONE));
    assertEquals(
        "the kubeconfig's program for signing in gave no credentials: it ended with status 3",
        e.why());
    assertFalse(e.getMessage().contains("planted"));
  }

  @Test
  void anExpiredTokenIsFoundBeforeAnythingIsSent() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      String claims =
          Base64.getUrlEncoder().withoutPadding().encodeToString("{\"exp\":1600000000}".getBytes());
      String why = why(server.url(), "{token: x." + claims + ".y}", "");
      assertEquals(
          "its token expired at 2020-09-13T12:26:40Z; to renew it is a POST, which this tool never"
              + " sends",
          why);
      assertEquals(List.of(), server.requests());
    }
  }

  @Test
  void anIdentityProviderWithoutATokenIsNotAsked() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      String user =
          "{auth-provider: {name: oidc, config: {idp-issuer-url: '"
              + server.url()
              + "', refresh-token: x, client-id: c}}}";
      assertEquals(
          "the sign-in helper \"oidc\" has left no token in the kubeconfig, and to get one is a"
              + " POST",
          why(server.url(), user, ""));
      assertEquals(List.of(), server.requests());
    }
  }

  @Test
  void aRefusedLoginSaysHowToRenewIt() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.faultAlways("/", right -> FakeCluster.status(401, "Unauthorized"));
    try (RawServer server = new RawServer(cluster)) {
      assertEquals(
          "the server does not take the login of the context \"clinic\"; it may have expired, and to"
              + " renew it is never done by this tool",
          why(server.url(), "{token: x}", ""));
    }
  }

  @Test
  void aRefusedConnectionIsOneLine() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertEquals("the connection was refused", why("http://127.0.0.1:" + free, "{}", ""));
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (RawServer other = new RawServer(FakeCluster.small())) {
      FakeCluster cluster = FakeCluster.small();
      cluster.faultAlways(
          "/",
          right ->
              RawServer.reply(307, "text/plain", "", "Location: " + other.url() + "/version\r\n"));
      try (RawServer server = new RawServer(cluster)) {
        assertEquals(
            "it leads to another address, and redirects are not followed",
            why(server.url(), "{token: x}", ""));
        assertEquals(List.of(), other.requests());
      }
    }
  }

  @Test
  void tlsIsCheckedAndItsFaultsAreNamed() throws Exception {
    try (RawServer server = secure("right", "ip:127.0.0.1", "3650")) {
      String authority = ", certificate-authority-data: " + pem("right");
      Captures captures = new Captures(folder);
      assertTrue(captures.run(captures.options(server.url(), "{token: x}", authority)).complete());
      String ignored = ", insecure-skip-tls-verify: true";
      assertTrue(captures.run(captures.options(server.url(), "{token: x}", ignored)).complete());
      assertEquals(
          "the server's certificate comes from an authority that the kubeconfig does not name",
          why(server.url(), "{token: x}", ""));
      assertEquals(
          "the server's certificate is for another name than its address",
          why(server.url(), "{token: x}", authority + ", tls-server-name: other.example"));
    }
    try (RawServer server = secure("named", "dns:api.example", "3650")) {
      String authority = ", certificate-authority-data: " + pem("named");
      assertEquals(
          "the server's certificate is for another name than its address",
          why(server.url(), "{token: x}", authority));
      Captures captures = new Captures(folder);
      assertTrue(
          captures
              .run(
                  captures.options(
                      server.url(), "{token: x}", authority + ", tls-server-name: api.example"))
              .complete());
    }
    try (RawServer server = new RawServer(FakeCluster.small())) {
      assertEquals(
          "the connection broke off before it was secure; the server may not speak TLS",
          why(server.url().replace("http:", "https:"), "{token: x}", ""));
    }
  }

  @Test
  void cancellingLeavesAPartialBundle() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      Captures captures = new Captures(folder);
      boolean[] cancel = {false};
      CaptureListener listener =
          new CaptureListener() {
            @Override
            public void types(List<org.safeguard.model.snapshot.ResourceType> all) {}

            @Override
            public void state(TypeProgress progress) {
              cancel[0] |= progress.state() == TypeProgress.State.DONE;
            }
          };
      Progress progress =
          new Progress() {
            @Override
            public void report(String message, double fraction) {}

            @Override
            public void checkCancelled() {
              if (cancel[0]) {
                throw new CancelledException();
              }
            }
          };
      CaptureResult result =
          captures
              .capture()
              .capture(
                  captures.options(server.url()), captures.bundle(), false, listener, progress);
      assertTrue(result.interrupted());
      assertFalse(result.complete());
      assertEquals("the capture ended early: it was cancelled", result.missing().getFirst());
      assertEquals(
          "CAPTURED 2", Captures.coverage(result.manifest(), "Namespace").get("Namespace"));
    }
  }

  private String why(String url, String user, String cluster) throws Exception {
    Captures captures = new Captures(folder);
    CaptureOptions options = captures.options(url, user, cluster);
    Files.deleteIfExists(captures.bundle());
    UnreadableInputException e =
        assertThrows(UnreadableInputException.class, () -> captures.run(options));
    assertEquals(1, e.getMessage().lines().count());
    assertFalse(Files.exists(captures.bundle()));
    return e.why();
  }

  private RawServer secure(String name, String alternative, String days) throws Exception {
    Path store = folder.resolve(name + ".p12");
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "server",
        "-dname",
        "CN=" + name,
        "-ext",
        "san=" + alternative,
        "-validity",
        days,
        "-keystore",
        store.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-file",
        folder.resolve(name + ".pem").toString(),
        "-keystore",
        store.toString());
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new RawServer(FakeCluster.small(), context.getServerSocketFactory(), "https");
  }

  private String pem(String name) throws Exception {
    return Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve(name + ".pem")));
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool");
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", "changeit", "-noprompt"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  private static String credential(String token) {
    return "{\"kind\":\"ExecCredential\",\"status\":{\"token\":\"" + token + "\"}}";
  }

  private Path program(String script) throws Exception {
    Path program = folder.resolve("login.sh");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }
}
