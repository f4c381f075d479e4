package org.safeguard.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// An API server of a few answers, on this computer.
final class SmallCluster implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  SmallCluster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    answers.put("/version", "{\"major\":\"1\",\"minor\":\"31\",\"gitVersion\":\"v1.31.2\"}");
    answers.put("/api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
    answers.put("/apis", "{\"kind\":\"APIGroupList\",\"apiVersion\":\"v1\",\"groups\":[]}");
    answers.put(
        "/api/v1",
        """
        {"kind":"APIResourceList","groupVersion":"v1","resources":[
         {"name":"namespaces","singularName":"","namespaced":false,"kind":"Namespace","verbs":["get","list"]},
         {"name":"configmaps","singularName":"","namespaced":true,"kind":"ConfigMap","verbs":["get","list"]},
         {"name":"nodes","singularName":"","namespaced":false,"kind":"Node","verbs":["get","list"]}]}
        """);
    answers.put(
        "/api/v1/namespaces",
        """
        {"kind":"NamespaceList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[
         {"metadata":{"name":"clinic","uid":"u1","resourceVersion":"3"}}]}
        """);
    answers.put(
        "/api/v1/configmaps",
        """
        {"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"8"},"items":[
         {"metadata":{"name":"portal","namespace":"clinic"},
          "data":{"password":"correct-horse-battery","mode":"dark"}}]}
        """);
  }

  /// Answers with status 403 from now on.
  SmallCluster forbids(String path) {
    answers.remove(path);
    return this;
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

  Path kubeconfig(Path folder, String user) throws IOException {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: clinic
        clusters:
        - {name: clinic, cluster: {server: "http://127.0.0.1:%d"}}
        contexts:
        - {name: clinic, context: {cluster: clinic, user: reader}}
        users:
        - name: reader
          user: %s
        """
            .formatted(server.getAddress().getPort(), user);
    return Files.writeString(folder.resolve("kubeconfig"), text);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
      String body = answers.get(exchange.getRequestURI().getPath());
      byte[] bytes =
          (body == null
                  ? "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"Forbidden\",\"code\":403}"
                  : body)
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(body == null ? 403 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
