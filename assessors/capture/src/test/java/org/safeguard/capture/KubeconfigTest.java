package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.snapshot.UnreadableInputException;

class KubeconfigTest {

  private static final String REMEDY = "Name a kubeconfig with --kubeconfig, or set KUBECONFIG";

  @TempDir Path folder;

  @Test
  void showsContextsWithoutTheirSecrets() throws Exception {
    Path file =
        write(
            "config",
            """
            current-context: one
            clusters:
            - {name: c, cluster: {server: "https://10.0.0.1:6443"}}
            users:
            - {name: u, user: {token: planted-token}}
            contexts:
            - {name: one, context: {cluster: c, user: u, namespace: clinic}}
            """);
    Kubeconfig read = Kubeconfig.read(file);
    assertEquals(
        new Kubeconfig(
            List.of(file),
            List.of(
                new KubeContext(
                    "one",
                    "c",
                    "https://10.0.0.1:6443",
                    "u",
                    "clinic",
                    new Login.Token("", null),
                    List.of())),
            "one"),
        read);
    assertFalse(read.toString().contains("planted"));
  }

  @Test
  void readsWhoATokenIsForAndWhenItEnds() throws Exception {
    assertEquals(
        new Login.Token("auditor@example.org", Instant.parse("2030-01-01T00:00:00Z")),
        login("{token: " + jwt("{\"email\":\"auditor@example.org\",\"exp\":1893456000}") + "}"));
  }

  @Test
  void knowsEveryWayToSignIn() throws Exception {
    assertEquals(new Login.None(), login("{}"));
    assertEquals(new Login.Basic("me"), login("{username: me, password: x}"));
    assertEquals(new Login.TokenFile(folder.resolve("t")), login("{tokenFile: t}"));
    assertEquals(new Login.AuthProvider("gcp"), login("{auth-provider: {name: gcp, config: {}}}"));
    assertEquals(
        new Login.Oidc("https://issuer.example", "me", Instant.parse("2030-01-01T00:00:00Z")),
        login(
            "{auth-provider: {name: oidc, config: {idp-issuer-url: 'https://issuer.example',"
                + " id-token: "
                + jwt("{\"sub\":\"me\",\"exp\":1893456000}")
                + "}}}"));
    assertEquals(
        new Login.Exec(List.of("no-such-program-1", "get-token", "--cluster=x")),
        login("{exec: {command: no-such-program-1, args: [get-token, --cluster=x]}}"));
    assertEquals(
        new Login.Exec(List.of(folder.resolve("bin/login").toString())),
        login("{exec: {command: bin/login}}"));
  }

  @Test
  void warnsOfWhatIsUnsafe() throws Exception {
    Path file =
        write(
            "config",
            """
            clusters:
            - {name: c, cluster: {server: "http://me:pw@h:8080", insecure-skip-tls-verify: true}}
            users:
            - {name: u, user: {exec: {command: ./login, env: [{name: A, value: planted}]}}}
            contexts:
            - {name: one, context: {cluster: c, user: u}}
            """);
    String program = folder.resolve("./login").toString();
    assertEquals(
        List.of(
            "Plain HTTP: anybody on the way can read the objects and the credentials",
            "The server's address holds a user name; it is not used",
            "insecure-skip-tls-verify: the server's certificate is not checked, so anybody may"
                + " answer in its place",
            "It runs a program before it connects: " + program,
            "The program gets variables of the kubeconfig's own: A",
            "The program is named by a relative path, so it lies beside the kubeconfig: "
                + program),
        Kubeconfig.read(file).contexts().getFirst().warnings());
    assertEquals("http://h:8080", Kubeconfig.read(file).contexts().getFirst().server());
  }

  @Test
  void mergesFilesAndTheFirstWins() throws Exception {
    Path first =
        write(
            "first",
            """
            current-context: one
            contexts: [{name: one, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {server: "https://first"}}]
            """);
    Path second =
        write(
            "second",
            """
            current-context: two
            contexts: [{name: one, context: {cluster: x}}, {name: two, context: {cluster: c}}]
            clusters: [{name: c, cluster: {server: "https://second"}}]
            """);
    String list =
        String.join(
            File.pathSeparator,
            first.toString(),
            folder.resolve("missing").toString(),
            second.toString());
    Kubeconfig read = Kubeconfig.read(null, Map.of("KUBECONFIG", list));
    assertEquals(List.of(first, second), read.files());
    assertEquals("one", read.current());
    assertEquals(
        List.of("one https://first", "two https://first"),
        read.contexts().stream().map(one -> one.name() + " " + one.server()).toList());
  }

  @Test
  void saysInOneLineWhatIsWrong() throws Exception {
    Path missing = folder.resolve("missing");
    assertEquals(missing + ": there is no such kubeconfig. " + REMEDY, problem(missing, Map.of()));
    assertEquals(
        folder.resolve(".kube").resolve("config") + ": there is no such kubeconfig. " + REMEDY,
        problem(null, Map.of("HOME", folder.toString())));
    Path damaged = write("damaged", "contexts: [\n  {name: planted-token: x\n");
    assertEquals(
        damaged + ":2: the kubeconfig is damaged: it is not YAML or JSON there. " + REMEDY,
        problem(damaged, Map.of()));
    Path other = write("other", "kind: Pod");
    assertEquals(
        other + ": it is not a kubeconfig: it names no contexts and no clusters. " + REMEDY,
        problem(other, Map.of()));
    Path huge = write("huge", "# " + "x".repeat(5 << 20));
    assertEquals(
        huge + ": it is larger than 4 MiB, so it is no kubeconfig. " + REMEDY,
        problem(huge, Map.of()));
    assertEquals(folder + ": it is not a file. " + REMEDY, problem(folder, Map.of()));
  }

  @Test
  void neverAnswersDamageWithAnythingElse() throws Exception {
    String sound =
        """
        current-context: one
        clusters: [{name: c, cluster: {server: "https://h", certificate-authority-data: QQ==}}]
        users: [{name: u, user: {exec: {command: x, args: [a], env: [{name: n, value: v}]}}}]
        contexts: [{name: one, context: {cluster: c, user: u}}]
        """;
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = sound.getBytes(StandardCharsets.UTF_8);
      for (int j = 0; j < 1 + random.nextInt(4); j++) {
        bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
      }
      Path file = folder.resolve("fuzz");
      Files.write(file, bytes);
      try {
        Kubeconfig read = Kubeconfig.read(file);
        assertTrue(read.contexts().size() <= 2);
      } catch (UnreadableInputException e) {
        assertEquals(1, e.getMessage().lines().count());
      }
    }
  }

  @Test
  void choosesTheProxyAsKubectlDoes() {
    ProxyChoice choice =
        new ProxyChoice(
            Map.of("HTTPS_PROXY", "http://p:3128", "NO_PROXY", "10.0.0.0/8,.internal.example"));
    assertEquals("http://p:3128", choice.of(java.net.URI.create("https://h:6443"), ""));
    assertEquals("http://own:1", choice.of(java.net.URI.create("https://h"), "http://own:1"));
    assertEquals(null, choice.of(java.net.URI.create("https://10.2.3.4"), ""));
    assertEquals(null, choice.of(java.net.URI.create("https://a.internal.example"), ""));
    assertEquals(null, choice.of(java.net.URI.create("https://127.0.0.1:6443"), ""));
    assertEquals(null, choice.of(java.net.URI.create("http://h"), ""));
  }

  private Login login(String user) throws Exception {
    Path file =
        write(
            "login",
            "contexts: [{name: one, context: {cluster: c, user: u}}]\nusers: [{name: u, user: "
                + user
                + "}]\n");
    return Kubeconfig.read(file).contexts().getFirst().login();
  }

  private static String problem(Path file, Map<String, String> environment) {
    return assertThrows(UnreadableInputException.class, () -> Kubeconfig.read(file, environment))
        .getMessage();
  }

  private static String jwt(String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".sig";
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }
}
