package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The main walk against fabric8's own idea of a server.
@Timeout(120)
class MockServerTest {

  @TempDir Path folder;

  @Test
  void walksThroughFabric8sMockServer() throws Exception {
    KubernetesMockServer server = new KubernetesMockServer(false);
    server.init();
    try {
      answer(server, "/api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
      answer(server, "/apis", "{\"kind\":\"APIGroupList\",\"groups\":[]}");
      answer(
          server,
          "/api/v1",
          "{\"kind\":\"APIResourceList\",\"resources\":[{\"name\":\"pods\",\"kind\":\"Pod\","
              + "\"namespaced\":true,\"verbs\":[\"list\"]},{\"name\":\"pods/log\",\"kind\":\"Pod\","
              + "\"namespaced\":true,\"verbs\":[\"get\"]}]}");
      answer(
          server,
          "/api/v1/pods?limit=2",
          "{\"kind\":\"PodList\",\"metadata\":{\"continue\":\"t+1/=\"},\"items\":["
              + "{\"metadata\":{\"name\":\"p\",\"namespace\":\"a\"}}]}");
      answer(
          server,
          "/api/v1/pods?limit=2&continue=t%2B1%2F%3D",
          "{\"kind\":\"PodList\",\"metadata\":{},\"items\":["
              + "{\"metadata\":{\"name\":\"q\",\"namespace\":\"a\"}}]}");
      Captures captures = new Captures(folder);
      CaptureResult result = captures.run(captures.options("http://localhost:" + server.getPort()));
      assertEquals(List.of(), result.missing());
      assertEquals(
          Map.of("Pod", "CAPTURED 2", "Node", "ABSENT 0 the server does not serve it"),
          Captures.coverage(result.manifest(), "Pod", "Node"));
      List<String> methods = new ArrayList<>();
      RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
      while (methods.size() < 6 && request != null) {
        methods.add(request.getMethod());
        request = methods.size() < 6 ? server.takeRequest(1, TimeUnit.SECONDS) : null;
      }
      assertEquals(List.of("GET", "GET", "GET", "GET", "GET", "GET"), methods);
    } finally {
      server.destroy();
    }
  }

  private static void answer(KubernetesMockServer server, String path, String json) {
    server.expect().get().withPath(path).andReturn(200, json).always();
  }
}
