package org.safeguard.desktop.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.capture.CaptureListener;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.capture.ExecApproval;
import org.safeguard.capture.Kubeconfig;
import org.safeguard.capture.TypeProgress;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.workbench.Workbench;

/// The real capture behind the screens, against a server that speaks just enough Kubernetes.
class WorkbenchCapturesTest {

  private static final Map<String, String> ANSWERS =
      Map.of(
          "/version",
          """
          {"major":"1","minor":"31","gitVersion":"v1.31.2"}""",
          "/api",
          """
          {"kind":"APIVersions","versions":["v1"]}""",
          "/apis",
          """
          {"kind":"APIGroupList","apiVersion":"v1","groups":[]}""",
          "/api/v1",
          """
          {"kind":"APIResourceList","groupVersion":"v1","resources":[
            {"name":"namespaces","singularName":"","namespaced":false,"kind":"Namespace","verbs":["get","list"]},
            {"name":"pods","singularName":"","namespaced":true,"kind":"Pod","verbs":["get","list"]},
            {"name":"services","singularName":"","namespaced":true,"kind":"Service","verbs":["get","list"]}]}""",
          "/api/v1/namespaces",
          """
          {"kind":"NamespaceList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[
            {"metadata":{"name":"clinic","uid":"a"}}]}""",
          "/api/v1/pods",
          """
          {"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"8"},"items":[
            {"metadata":{"name":"portal","namespace":"clinic","uid":"b"},
             "spec":{"containers":[{"name":"web","image":"portal:1"}]}}]}""");

  private final Set<String> methods = Collections.synchronizedSet(new TreeSet<>());
  private final Workbench workbench = new Workbench(Clock.systemUTC(), "test");
  private final CaptureUseCases captures = new WorkbenchCaptures(workbench.captures());

  @TempDir Path folder;
  private HttpServer server;
  private CaptureOptions options;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Path kubeconfig = folder.resolve("kubeconfig");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        current-context: small
        clusters: [{name: small, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: auditor, user: {}}]
        contexts: [{name: small, context: {cluster: small, user: auditor}}]
        """
            .formatted(server.getAddress().getPort()));
    options = CaptureOptions.defaults().withKubeconfig(kubeconfig).withContext("small");
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    methods.add(exchange.getRequestMethod());
    String path = exchange.getRequestURI().getPath();
    boolean forbidden = path.endsWith("/services");
    String body = ANSWERS.getOrDefault(path, "{\"kind\":\"Status\",\"message\":\"no\"}");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        forbidden ? 403 : ANSWERS.containsKey(path) ? 200 : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void aClusterIsTestedReadAndReadBack() throws Exception {
    Kubeconfig kubeconfig = captures.kubeconfig(folder.resolve("kubeconfig"));
    assertEquals("small", kubeconfig.current());
    assertFalse(kubeconfig.contexts().getFirst().warnings().isEmpty(), "plain HTTP is told");

    Connection connection = captures.check(options, ExecApproval.NEVER, Progress.NONE);
    assertEquals(List.of("clinic"), connection.found().namespaces());

    Heard heard = new Heard();
    Path bundle = folder.resolve("small.zip");
    Captured captured =
        captures.capture(options, bundle, false, ExecApproval.NEVER, heard, Progress.NONE);
    assertFalse(captured.complete());
    assertTrue(heard.requests > captured.requests(), "discovery is counted too");
    assertTrue(heard.types.contains(new ResourceType("", "Pod")));

    Snapshot read =
        new WorkbenchUseCases(workbench).read(List.of(bundle), Progress.NONE).getFirst().snapshot();
    assertEquals("bundle", read.format());
    assertEquals(Coverage.CAPTURED, read.coverageOf(new ResourceType("", "Pod")).state());
    assertEquals(Coverage.FORBIDDEN, read.coverageOf(new ResourceType("", "Service")).state());
    assertEquals(Set.of("GET"), methods);
  }

  private static final class Heard implements CaptureListener {
    private final List<ResourceType> types = new ArrayList<>();
    private long requests;

    @Override
    public void types(List<ResourceType> all) {
      types.addAll(all);
    }

    @Override
    public void state(TypeProgress progress) {}

    @Override
    public synchronized void request(CaptureRequest sent) {
      requests++;
    }
  }
}
