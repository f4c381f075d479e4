package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.bundle.Bundle;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CaptureRequest;

class LiveCaptureTest {

  private static final String[] TYPES = {
    "Namespace",
    "Pod",
    "Node",
    "ConfigMap",
    "Secret",
    "Event",
    "Deployment.apps",
    "Clinic.example.org",
    "CronJob.batch"
  };

  @TempDir Path folder;

  @Test
  void readsEveryTypeServedPageByPage() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      CaptureResult result = captures.run(captures.options(server.url()));
      assertEquals(List.of(), result.missing());
      assertTrue(result.complete());
      assertEquals(
          Map.of(
              "Namespace", "CAPTURED 2",
              "Pod", "CAPTURED 5",
              "Node", "CAPTURED 1",
              "ConfigMap", "CAPTURED 1",
              "Secret", "CAPTURED 1",
              "Event", "UNKNOWN 0 left out: events come and go, and no rule reads them",
              "Deployment.apps", "CAPTURED 1",
              "Clinic.example.org", "CAPTURED 1",
              "CronJob.batch", "ABSENT 0 the server does not serve it"),
          Captures.coverage(result.manifest(), TYPES));
      assertTrue(server.requests().stream().allMatch(one -> one.method().equals("GET")));
    }
  }

  @Test
  void logsEveryRequestInItsOrder() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      Captures captures = new Captures(folder);
      captures.run(captures.options(server.url()));
      List<CaptureRequest> log = Bundle.record(captures.bundle()).requests();
      assertEquals(
          server.requests().stream().map(RawServer.Request::path).toList(),
          log.stream().map(CaptureRequest::path).toList());
      assertEquals(new CaptureRequest(Captures.NOW, "GET", "/version", 200, 24), log.getFirst());
    }
  }

  @Test
  void readsGroupByGroupWhereDiscoveryIsOld() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.answerPlainDiscovery();
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      CaptureResult result = captures.run(captures.options(server.url()));
      assertEquals(
          Map.of("Pod", "CAPTURED 5", "Clinic.example.org", "CAPTURED 1"),
          Captures.coverage(result.manifest(), "Pod", "Clinic.example.org"));
    }
  }

  @Test
  void asksForNoSecretsUnlessTold() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      Captures captures = new Captures(folder);
      CaptureResult result = captures.run(captures.options(server.url()).withSecretNames(false));
      assertEquals(
          Map.of("Secret", "UNKNOWN 0 left out: secrets were not asked for, not even their names"),
          Captures.coverage(result.manifest(), "Secret"));
      assertTrue(server.requests().stream().noneMatch(one -> one.path().contains("secrets")));
    }
  }

  @Test
  void readsNamespaceByNamespaceWhereTheListOfAllIsForbidden() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.forbid("/api/v1/pods");
    cluster.forbid("/apis/apps/v1/deployments");
    cluster.forbid("/apis/apps/v1/namespaces/a/deployments");
    cluster.forbid("/api/v1/nodes");
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      CaptureResult result = captures.run(captures.options(server.url()));
      String forbidden =
          "the server answered with status 403: forbidden: User \"auditor\" cannot list here";
      assertEquals(
          Map.of(
              "Pod",
              "CAPTURED 5 read namespace by namespace, since the list of all is forbidden",
              "Deployment.apps",
              "PARTIAL 1 only the namespaces b; not a (" + forbidden + ")",
              "Node",
              "FORBIDDEN 0 " + forbidden),
          Captures.coverage(result.manifest(), "Pod", "Deployment.apps", "Node"));
      assertEquals(
          List.of(
              "Deployment.apps: partial, only the namespaces b; not a (" + forbidden + ")",
              "Node: forbidden, " + forbidden),
          result.missing().stream().sorted().toList());
    }
  }

  @Test
  void claimsNothingBeyondTheChosenNamespaces() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      Captures captures = new Captures(folder);
      CaptureResult result =
          captures.run(captures.options(server.url()).withNamespaces(List.of("a")));
      assertTrue(result.complete());
      assertEquals(
          Map.of(
              "Pod", "PARTIAL 3 only the namespaces a, as was asked",
              "Deployment.apps", "PARTIAL 0 only the namespaces a, as was asked",
              "Node", "CAPTURED 1"),
          Captures.coverage(result.manifest(), "Pod", "Deployment.apps", "Node"));
    }
  }

  @Test
  void readsTheClustersOwnConfigMapsByNameWhereTheirListIsForbidden() throws Exception {
    FakeCluster cluster = FakeCluster.small();
    cluster.add("configmaps", "kube-system", "kubeadm-config", "\"data\":{\"x\":\"y\"}");
    cluster.forbid("/api/v1/configmaps");
    cluster.forbid("/api/v1/namespaces/a/configmaps");
    cluster.forbid("/api/v1/namespaces/b/configmaps");
    try (RawServer server = new RawServer(cluster)) {
      Captures captures = new Captures(folder);
      CaptureResult result = captures.run(captures.options(server.url()));
      assertEquals(
          Map.of(
              "ConfigMap",
              "PARTIAL 1 only kubeadm-config of kube-system, by name; forbidden in every namespace"
                  + " that was asked for"),
          Captures.coverage(result.manifest(), "ConfigMap"));
    }
  }

  @Test
  void tellsHowFarEachTypeIs() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      Captures captures = new Captures(folder);
      List<String> heard = new ArrayList<>();
      CaptureListener listener =
          new CaptureListener() {
            @Override
            public void types(List<org.safeguard.model.snapshot.ResourceType> all) {
              heard.add(all.toString());
            }

            @Override
            public void state(TypeProgress progress) {
              if (progress.state() == TypeProgress.State.DONE) {
                heard.add(progress.type() + " " + progress.objects());
              }
            }
          };
      captures
          .capture()
          .capture(
              captures.options(server.url()), captures.bundle(), false, listener, Progress.NONE);
      assertEquals(
          List.of(
              "[ConfigMap, Namespace, Node, Pod, Secret, Deployment.apps, Clinic.example.org]",
              "Namespace 2",
              "ConfigMap 1",
              "Node 1",
              "Pod 5",
              "Secret 1",
              "Deployment.apps 1",
              "Clinic.example.org 1"),
          heard);
    }
  }

  @Test
  void checksAConnectionWithFewRequests() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      Captures captures = new Captures(folder);
      ConnectionCheck check =
          captures.capture().check(captures.options(server.url()), Progress.NONE);
      assertEquals(
          new ConnectionCheck(
              server.url(),
              "1.31.2",
              "",
              List.of("a", "b"),
              8,
              List.of("Plain HTTP: anybody on the way can read the objects and the credentials")),
          check);
      assertEquals(
          List.of("/version", "/api", "/apis", "/api/v1/namespaces?limit=8"),
          server.requests().stream().map(RawServer.Request::path).toList());
    }
  }

  @Test
  void explainsWithoutSendingAnything() throws Exception {
    try (RawServer server = new RawServer(FakeCluster.small())) {
      Captures captures = new Captures(folder);
      CapturePlan plan = captures.capture().explain(captures.options(server.url()));
      assertEquals(server.url(), plan.server());
      assertTrue(plan.lines().stream().anyMatch(line -> line.contains("nodes/proxy")));
      assertEquals(List.of(), server.requests());
    }
  }
}
