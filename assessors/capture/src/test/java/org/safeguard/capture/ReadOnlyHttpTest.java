package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The promise of this module: whoever asks, and however, nothing but a GET of objects leaves.
@Timeout(60)
class ReadOnlyHttpTest {

  private RawServer server;
  private ReadOnlyHttp http;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer(FakeCluster.small());
    http = new ReadOnlyHttp(URI.create(server.url()));
  }

  @AfterEach
  void stop() throws IOException {
    http.stop();
    server.close();
  }

  /// What a programmer could do with fabric8's typed client, on purpose or not.
  private interface Deed {
    void with(KubernetesClient client) throws Exception;
  }

  private static Stream<Deed> deeds() {
    var pod = new PodBuilder().withNewMetadata().withName("pod-0").withNamespace("a").endMetadata();
    var map =
        new ConfigMapBuilder().withNewMetadata().withName("m").withNamespace("a").endMetadata();
    return Stream.of(
        client -> client.resource(pod.build()).create(),
        client -> client.resource(pod.build()).update(),
        client -> client.resource(pod.build()).patch(),
        client -> client.resource(map.build()).serverSideApply(),
        client -> client.pods().inNamespace("a").withName("pod-0").delete(),
        client -> client.pods().inNamespace("a").delete(),
        client -> client.pods().inNamespace("a").withName("pod-0").getLog(),
        client -> client.pods().inNamespace("a").withName("pod-0").watchLog(),
        client -> client.pods().inNamespace("a").withName("pod-0").exec("id"),
        client -> client.pods().inNamespace("a").withName("pod-0").attach(),
        client ->
            client
                .pods()
                .inNamespace("a")
                .withName("pod-0")
                .dir("/etc")
                .copy(java.nio.file.Path.of("target", "copied")),
        client -> client.apps().deployments().inNamespace("b").withName("web").scale(0),
        client -> client.pods().inNamespace("a").watch(new Watching()),
        client -> client.secrets().inAnyNamespace().list(),
        client -> client.secrets().inNamespace("a").withName("login").get(),
        client -> client.raw("/api/v1/nodes/node-0/proxy/configz"),
        client -> client.raw("/api/v1/namespaces/a/pods/pod-0/log"),
        client -> client.raw("/api/v1/nodes", "POST", "{}"),
        client -> client.raw("/logs/kube-apiserver.log"),
        client ->
            client
                .authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(
                    new io.fabric8.kubernetes.api.model.authorization.v1
                            .SelfSubjectAccessReviewBuilder()
                        .build()));
  }

  /// What fabric8 reads of itself before some of the deeds.
  private static final Pattern LOOKING_FIRST =
      Pattern.compile(
          "/api/v1/namespaces/a/pods(/pod-0|\\?fieldSelector=metadata.name%3Dpod-0)?"
              + "|/apis/apps/v1/namespaces/b/deployments/web");

  @ParameterizedTest
  @MethodSource("deeds")
  void theTypedClientCannotDoMoreThanRead(Deed deed) {
    try (KubernetesClient client = typed()) {
      deed.with(client);
    } catch (Exception e) {
      // most are refused at once; a watch is, in the background
    }
    assertEquals(
        List.of(),
        server.requests().stream()
            .filter(
                request ->
                    !request.method().equals("GET")
                        || !LOOKING_FIRST.matcher(request.path()).matches())
            .toList());
  }

  @Test
  void theTypedClientCanList() {
    try (KubernetesClient client = typed()) {
      assertEquals(5, client.pods().inAnyNamespace().list().getItems().size());
      assertNotNull(client.nodes().list());
    }
    assertEquals(2, server.requests().size());
  }

  @Test
  void noPortIsForwarded() throws Exception {
    try (KubernetesClient client = typed();
        var forward = client.pods().inNamespace("a").withName("pod-0").portForward(80)) {
      try (var socket = new java.net.Socket("127.0.0.1", forward.getLocalPort())) {
        socket.getOutputStream().write('x');
      }
    }
    assertEquals(List.of(), server.requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "get"})
  void noOtherVerbLeaves(String verb) {
    assertRefused(verb, "/api/v1/pods", "");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/namespaces/a/pods/p/exec?command=id",
    "/api/v1/namespaces/a/pods/p/attach",
    "/api/v1/namespaces/a/pods/p/portforward",
    "/api/v1/namespaces/a/pods/p/proxy",
    "/api/v1/namespaces/a/pods/p/proxy/admin",
    "/api/v1/namespaces/a/pods/p/log",
    "/api/v1/namespaces/a/pods/p/ephemeralcontainers",
    "/api/v1/namespaces/a/services/s/proxy/",
    "/api/v1/nodes/n/proxy",
    "/api/v1/nodes/n/proxy/run/a/p/c",
    "/api/v1/nodes/n/log",
    "/api/v1/watch/pods",
    "/api/v1/watch/namespaces/a/pods",
    "/api/v1/proxy/nodes/n",
    "/api/v1/redirect/nodes/n",
    "/api/v1/pods?watch=true",
    "/api/v1/pods?watch",
    "/api/v1/pods?limit=1&watch=1",
    "/api/v1/pods?follow=true",
    "/api/v1/pods?w%61tch=true",
    "/api/v1/nodes/n%2Fproxy",
    "/api/v1/nodes/../nodes/n/proxy",
    "/api/v1//nodes/n/proxy",
    "/api/v1/namespaces/a/secrets/login",
    "/api/v1/secrets",
    "/api/v1/namespaces/a/secrets",
    "/apis/subresources.kubevirt.io/v1/namespaces/a/virtualmachineinstances/v/console",
    "/apis/metrics.k8s.io/v1beta1/namespaces/a/pods/p/x",
    "/logs",
    "/metrics",
    "/debug/pprof/profile",
    "/openid/v1/jwks",
    "/version/x",
    "/"
  })
  void noPathThatDoesMoreThanReadObjectsLeaves(String path) {
    assertRefused("GET", path, "application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json",
        "*/*"
      })
  void secretsAreNeverAskedForWithAFallbackToTheirValues(String accept) {
    assertRefused("GET", "/api/v1/secrets", accept);
  }

  @Test
  void whatACaptureAsksForLeaves() {
    for (String path :
        List.of(
            "/version",
            "/api",
            "/apis",
            "/api/v1",
            "/apis/apps/v1",
            "/api/v1/pods?limit=500&continue=4",
            "/api/v1/namespaces/a/pods",
            "/apis/example.org/v1/clinics",
            "/api/v1/namespaces/kube-system/configmaps/kubeadm-config")) {
      assertTrue(leaves("GET", path, "application/json"), path);
    }
    assertTrue(leaves("GET", "/api/v1/secrets", RequestRules.NAMES_ONLY));
  }

  @Test
  void noOtherServerIsAsked() {
    for (String url :
        List.of(
            "http://issuer.example/token",
            "https://127.0.0.1:" + URI.create(server.url()).getPort() + "/api",
            "http://127.0.0.1:1/api",
            "http://user@127.0.0.1:" + URI.create(server.url()).getPort() + "/api")) {
      assertThrows(
          RefusedRequestException.class,
          () ->
              new RequestRules(URI.create(server.url()))
                  .check("GET", URI.create(url), List.of(), false),
          url);
    }
  }

  @Test
  void aGatewaysBasePathIsKept() throws Exception {
    RequestRules rules = new RequestRules(URI.create("https://gate.example/k8s/clusters/c-1/"));
    rules.check("GET", URI.create("https://gate.example/k8s/clusters/c-1/api"), List.of(), false);
    assertThrows(
        RefusedRequestException.class,
        () -> rules.check("GET", URI.create("https://gate.example/api"), List.of(), false));
  }

  @Test
  void noWebSocketIsOpened() {
    try (HttpClient client = raw()) {
      CompletableFuture<WebSocket> result =
          client
              .newWebSocketBuilder()
              .uri(URI.create(server.url() + "/api/v1/pods"))
              .buildAsync(new WebSocket.Listener() {});
      assertThrows(ExecutionException.class, () -> result.get(20, TimeUnit.SECONDS));
    }
    assertEquals(List.of(), server.requests());
  }

  /// fabric8 renews an OpenID Connect token with a POST to the issuer, of itself.
  @Test
  void noTokenIsRenewed() {
    Config config =
        new ConfigBuilder(config())
            .withAuthProvider(
                new io.fabric8.kubernetes.api.model.AuthProviderConfigBuilder()
                    .withName("oidc")
                    .withConfig(
                        Map.of(
                            "idp-issuer-url", server.url(),
                            "client-id", "x",
                            "refresh-token", "planted-refresh"))
                    .build())
            .build();
    try (KubernetesClient client =
        new KubernetesClientBuilder().withConfig(config).withHttpClientFactory(http).build()) {
      Executable list = () -> client.pods().inAnyNamespace().list();
      try {
        list.execute();
      } catch (Throwable e) {
        // whether it succeeds is of no interest here
      }
    }
    assertTrue(server.requests().stream().allMatch(request -> request.method().equals("GET")));
    assertTrue(
        server.requests().stream().noneMatch(request -> request.path().contains("well-known")));
  }

  private void assertRefused(String method, String path, String accept) {
    assertTrue(!leaves(method, path, accept), method + " " + path);
    assertEquals(List.of(), server.requests());
  }

  private boolean leaves(String method, String path, String accept) {
    try (HttpClient client = raw()) {
      HttpRequest request =
          client
              .newHttpRequestBuilder()
              .uri(URI.create(server.url() + path))
              .method(method, null, null)
              .setHeader("Accept", accept)
              .build();
      client.sendAsync(request, String.class).get(20, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private HttpClient raw() {
    return http.newBuilder(config()).build();
  }

  private KubernetesClient typed() {
    return new KubernetesClientBuilder().withConfig(config()).withHttpClientFactory(http).build();
  }

  private Config config() {
    return new ConfigBuilder(Config.empty())
        .withMasterUrl(server.url())
        .withNamespace("a")
        .withRequestRetryBackoffLimit(0)
        .withWatchReconnectLimit(0)
        .withRequestTimeout(5000)
        .build();
  }

  private static final class Watching implements Watcher<io.fabric8.kubernetes.api.model.Pod> {
    @Override
    public void eventReceived(Action action, io.fabric8.kubernetes.api.model.Pod pod) {
      throw new AssertionError("a watch came about");
    }

    @Override
    public void onClose(WatcherException cause) {}
  }
}
