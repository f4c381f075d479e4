package org.safeguard.capture.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the administrator puts into the cluster: objects with planted values, and a role that
// allows
/// the assessor some types and not the others.
public final class Clinic {

  /// Values that must not be in a bundle, each planted at another place.
  public static final List<String> PLANTED =
      List.of(
          "planted-in-data",
          "cGxhbnRlZC1pbi1kYXRh", // the same as a Secret holds it
          "planted-in-the-annotation-of-a-secret",
          "planted-in-last-applied",
          "planted-in-a-config-map",
          "planted-in-the-environment");

  /// What the role allows.
  public static final Map<String, String> ALLOWED =
      Map.of(
          "namespaces", "Namespace",
          "configmaps", "ConfigMap",
          "secrets", "Secret",
          "deployments.apps", "Deployment.apps",
          "customresourcedefinitions.apiextensions.k8s.io",
              "CustomResourceDefinition.apiextensions.k8s.io",
          "widgets.shop.example", "Widget.shop.example");

  private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";

  private final Client admin;

  public Clinic(Client admin) {
    this.admin = admin;
  }

  /// Creates everything; returns when custom objects are served and the role has taken effect.
  public void fill(Client assessor) throws IOException, InterruptedException {
    namespaces();
    workloads();
    settings();
    secrets();
    widgets();
    access();
    await(assessor, "/apis/shop.example/v1/widgets?limit=1");
  }

  private void namespaces() throws IOException, InterruptedException {
    for (String name : List.of("clinic", "lab")) {
      admin.create(
          "/api/v1/namespaces",
          """
          {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"%s"}}"""
              .formatted(name));
    }
  }

  private void workloads() throws IOException, InterruptedException {
    for (String name : List.of("web", "worker")) {
      admin.create(
          "/apis/apps/v1/namespaces/clinic/deployments",
          """
          {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%1$s","annotations":{
           "kubectl.kubernetes.io/last-applied-configuration":
           "{\\"spec\\":\\"planted-in-last-applied\\"}"}},
           "spec":{"selector":{"matchLabels":{"app":"%1$s"}},"template":{
           "metadata":{"labels":{"app":"%1$s"}},"spec":{"containers":[{"name":"c","image":"a:1",
           "env":[{"name":"DB_PASSWORD","value":"planted-in-the-environment"}]}]}}}}"""
              .formatted(name));
    }
  }

  private void settings() throws IOException, InterruptedException {
    for (int each = 0; each < 25; each++) {
      admin.create(
          "/api/v1/namespaces/lab/configmaps",
          """
          {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings-%d"},
           "data":{"db.password":"planted-in-a-config-map"}}"""
              .formatted(each));
    }
  }

  private void secrets() throws IOException, InterruptedException {
    for (String namespace : List.of("clinic", "lab")) {
      admin.create(
          "/api/v1/namespaces/" + namespace + "/secrets",
          """
          {"apiVersion":"v1","kind":"Secret","metadata":{"name":"db","annotations":{
           "kubectl.kubernetes.io/last-applied-configuration":
           "{\\"stringData\\":\\"planted-in-the-annotation-of-a-secret\\"}"}},
           "stringData":{"password":"planted-in-data"}}""");
    }
  }

  private void widgets() throws IOException, InterruptedException {
    admin.create(
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
        """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
         "metadata":{"name":"widgets.shop.example"},"spec":{"group":"shop.example",
         "scope":"Namespaced","names":{"plural":"widgets","kind":"Widget"},
         "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":
         {"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}""");
    await(admin, "/apis/shop.example/v1/widgets");
    // Discovery shows a new group a moment after it is served.
    await(admin, "/apis/shop.example/v1");
    await(admin, "/apis/shop.example");
    for (String name : List.of("one", "two", "three")) {
      admin.create(
          "/apis/shop.example/v1/namespaces/clinic/widgets",
          """
          {"apiVersion":"shop.example/v1","kind":"Widget","metadata":{"name":"%s"}}"""
              .formatted(name));
    }
  }

  private void access() throws IOException, InterruptedException {
    admin.create(
        RBAC + "clusterroles",
        """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole",
         "metadata":{"name":"assessor"},"rules":[
         {"apiGroups":[""],"resources":["namespaces","configmaps","secrets"],
          "verbs":["get","list"]},
         {"apiGroups":["apps"],"resources":["deployments"],"verbs":["get","list"]},
         {"apiGroups":["apiextensions.k8s.io"],"resources":["customresourcedefinitions"],
          "verbs":["get","list"]},
         {"apiGroups":["shop.example"],"resources":["widgets"],"verbs":["get","list"]}]}""");
    admin.create(
        RBAC + "clusterrolebindings",
        """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding",
         "metadata":{"name":"assessor"},
         "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole",
          "name":"assessor"},
         "subjects":[{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"%s"}]}"""
            .formatted(RealServer.ASSESSOR));
  }

  private static void await(Client client, String path) throws IOException, InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      if (client.answers(path)) {
        return;
      }
      java.util.concurrent.TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException(path + " is not served");
  }

  /// How many objects the server has of each allowed type, by type in our words.
  public Map<String, Integer> counts() throws IOException, InterruptedException {
    Map<String, Integer> counts = new TreeMap<>();
    for (var type : ALLOWED.entrySet()) {
      counts.put(type.getValue(), admin.get(listPath(type.getKey())).path("items").size());
    }
    return counts;
  }

  private static String listPath(String type) {
    int dot = type.indexOf('.');
    return dot < 0
        ? "/api/v1/" + type
        : "/apis/" + type.substring(dot + 1) + "/v1/" + type.substring(0, dot);
  }

  /// The kind of every type that can be listed, by `plural` or `plural.group`, in any version.
  public Map<String, String> kinds() throws IOException, InterruptedException {
    Map<String, String> kinds = new TreeMap<>();
    addKinds(kinds, "/api/v1", "");
    for (JsonNode group : admin.get("/apis").path("groups")) {
      for (JsonNode version : group.path("versions")) {
        addKinds(
            kinds,
            "/apis/" + version.path("groupVersion").asText(),
            "." + group.path("name").asText());
      }
    }
    return kinds;
  }

  private void addKinds(Map<String, String> kinds, String path, String group)
      throws IOException, InterruptedException {
    for (JsonNode type : admin.get(path).path("resources")) {
      kinds.put(type.path("name").asText() + group, type.path("kind").asText() + group);
    }
  }
}
