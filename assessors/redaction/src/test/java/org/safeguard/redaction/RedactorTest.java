package org.safeguard.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safeguard.redaction.Trees.map;
import static org.safeguard.redaction.Trees.object;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

class RedactorTest {

  private static final String PEM =
      "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKC\n-----END RSA PRIVATE KEY-----\n";

  private final Redactor redactor = new Redactor(Profile.STANDARD);

  @Test
  void anObjectWithoutSecretsIsTheSameObject() {
    ObjectNode pod =
        object(
            "apiVersion",
            "v1",
            "kind",
            "Pod",
            "metadata",
            map("name", "web", "annotations", map("kubernetes.io/x", "y")),
            "spec",
            map("containers", List.of(container("env", List.of(variable("A", "b"))))));

    assertSame(pod, redactor.clean(pod));
  }

  @Test
  void theKeysOfASecretStayAndSayWhetherTheirValuesWereThere() {
    ObjectNode secret =
        object(
            "apiVersion", "v1",
            "kind", "Secret",
            "data",
                map(
                    "password", "aHVudGVyMg==",
                    "elided", "MTIgYnl0ZXMgbG9uZw==",
                    "empty", "",
                    "tls.crt", "LS0tLS1CRUdJTiBDRVJU",
                    "read back", "(redacted: secret value, was in clear)"),
            "stringData", "a whole text");

    assertEquals(
        map(
            "apiVersion", "v1",
            "kind", "Secret",
            "data",
                map(
                    "password", "(redacted: secret value, was in clear)",
                    "elided", "(redacted: secret value)",
                    "empty", "(redacted: secret value)",
                    "tls.crt", "(redacted: secret value, a certificate)",
                    "read back", "(redacted: secret value, was in clear)"),
            "stringData", "(redacted: secret value, was in clear)"),
        redactor.clean(secret).plain());
  }

  @Test
  void aSecretInsideAnotherObjectLosesItsValuesToo() {
    Map<String, Object> secret =
        map("apiVersion", "v1", "kind", "Secret", "data", map("password", "aHVudGVyMg=="));

    for (ObjectNode outer :
        List.of(
            object("apiVersion", "v1", "kind", "List", "items", List.of(secret)),
            object(
                "apiVersion", "template.openshift.io/v1",
                "kind", "Template",
                "objects", List.of(secret)),
            object(
                "apiVersion", "work.open-cluster-management.io/v1",
                "kind", "ManifestWork",
                "spec", map("workload", map("manifests", List.of(secret)))))) {
      assertFalse(redactor.clean(outer).plain().toString().contains("aHVudGVyMg"));
    }
  }

  @Test
  void copiesOfObjectsAndManagedFieldsAreDropped() {
    ObjectNode pod =
        object(
            "apiVersion", "v1",
            "kind", "Pod",
            "metadata",
                map(
                    "managedFields", List.of(map("manager", "kubectl")),
                    "annotations",
                        map(
                            "kubectl.kubernetes.io/last-applied-configuration", "{}",
                            "example.org/last-applied-configuration", "{}",
                            "kubernetes.io/config.source", "api")));

    assertEquals(
        map("annotations", map("kubernetes.io/config.source", "api")),
        redactor.clean(pod).object("metadata").plain());
  }

  @Test
  void annotationsAreKeptOnlyWhereTheirDomainIsKnownAndTheirValueIsNoSecret() {
    assertEquals(
        map(
            "nginx.ingress.kubernetes.io/ssl-redirect", "true",
            "nginx.ingress.kubernetes.io/auth-secret", "web/basic-auth",
            "nginx.ingress.kubernetes.io/configuration-snippet",
                "(redacted: looks like a token, value 1)",
            "safeguard.hipaa/ephi", "maintains",
            "eks.amazonaws.com/role-arn", "arn:aws:iam::1:role/x",
            "example.org/owner", "(redacted: annotation, not needed)",
            "owner", "(redacted: annotation, not needed)",
            "argocd.argoproj.io/state", "(redacted: copy of an object)",
            "kubernetes.io/note", "(redacted: looks like health data)",
            "kubernetes.io/empty", ""),
        annotated(
            map(
                "nginx.ingress.kubernetes.io/ssl-redirect", "true",
                "nginx.ingress.kubernetes.io/auth-secret", "web/basic-auth",
                "nginx.ingress.kubernetes.io/configuration-snippet",
                    "proxy_set_header Authorization \"Bearer abcDEF123456\";",
                "safeguard.hipaa/ephi", "maintains",
                "eks.amazonaws.com/role-arn", "arn:aws:iam::1:role/x",
                "example.org/owner", "Jane Doe",
                "owner", "Jane Doe",
                "argocd.argoproj.io/state", "{\"apiVersion\":\"v1\"}",
                "kubernetes.io/note", "MSH|^~\\&|LAB|X|||20240101||ORU^R01|1|P|2.5",
                "kubernetes.io/empty", "")));
  }

  private Object annotated(Map<String, Object> annotations) {
    ObjectNode ingress =
        object(
            "apiVersion", "networking.k8s.io/v1",
            "kind", "Ingress",
            "metadata", map("annotations", annotations));
    return redactor.clean(ingress).object("metadata").object("annotations").plain();
  }

  @Test
  void equalValuesOfOneTypeHaveEqualNumbers() {
    ObjectNode pod =
        pod(
            container(
                "env",
                List.of(
                    variable("DB_PASSWORD", "hunter2"),
                    variable("OTHER_PASSWORD", "hunter3"),
                    variable("MAIL_PASSWORD", "hunter2"),
                    variable("API_KEY", "abc123"),
                    variable("DB_PASSWORD_FILE", "/run/secrets/db"),
                    variable("TOKEN", "${TOKEN}"))));

    assertEquals(
        List.of(
            variable("DB_PASSWORD", "(redacted: looks like a password, value 1)"),
            variable("OTHER_PASSWORD", "(redacted: looks like a password, value 2)"),
            variable("MAIL_PASSWORD", "(redacted: looks like a password, value 1)"),
            variable("API_KEY", "(redacted: looks like a secret key, value 3)"),
            variable("DB_PASSWORD_FILE", "/run/secrets/db"),
            variable("TOKEN", "${TOKEN}")),
        at(redactor.clean(pod), "/spec/containers/0/env"));
  }

  @Test
  void onlyTheSecretIsCutOutOfAnArgument() {
    ObjectNode pod =
        pod(
            container(
                "command", List.of("server", "--tls-min-version=VersionTLS12", "--token"),
                "args",
                    List.of(
                        "abc",
                        "--db=postgres://app:hunter2@db:5432/app",
                        "--password=a,b;c",
                        "-Dx.password=hunter2 -Xmx1g",
                        "mysql -h db --password='hunter2 x' -e 'select 1'",
                        "jdbc:mysql://db/app?user=x&password=hunter2&ssl=true",
                        "--anonymous-auth=false")));

    ObjectNode clean = redactor.clean(pod);
    assertEquals(
        List.of("server", "--tls-min-version=VersionTLS12", "--token"),
        at(clean, "/spec/containers/0/command"));
    assertEquals(
        List.of(
            "(redacted: looks like a token, value 1)",
            "--db=postgres://app:(redacted: looks like an address with a password, value 2)"
                + "@db:5432/app",
            "--password=(redacted: looks like a password, value 3)",
            "-Dx.password=(redacted: looks like a password, value 2) -Xmx1g",
            "mysql -h db --password='(redacted: looks like a password, value 4)' -e 'select 1'",
            "jdbc:mysql://db/app?user=x&password=(redacted: looks like a password, value 2)"
                + "&ssl=true",
            "--anonymous-auth=false"),
        at(clean, "/spec/containers/0/args"));
  }

  @Test
  void aPrivateKeyInAConfigMapIsReplaced() {
    ObjectNode map =
        object(
            "apiVersion", "v1",
            "kind", "ConfigMap",
            "metadata", map("name", "oauth-serving-cert"),
            "data",
                map(
                    "ca-bundle.crt", "# a bundle\n" + PEM,
                    "app.properties", "a=b\ndb.password=hunter2\n",
                    "config.json", "{\"user\":\"x\",\"password\":\"hunter2\"}",
                    "level", "info",
                    "patient", "{\"resourceType\":\"Patient\",\"id\":\"1\"}"),
            "binaryData", map("key", "LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0t"));

    ObjectNode clean = redactor.clean(map);
    assertEquals(
        map(
            "ca-bundle.crt", "(redacted: looks like a private key, value 1)",
            "app.properties", "(redacted: looks like a password, value 2)",
            "config.json", "(redacted: looks like a password, value 3)",
            "level", "info",
            "patient", "(redacted: looks like health data)"),
        clean.object("data").plain());
    assertEquals(
        map("key", "(redacted: looks like a private key, value 4)"),
        clean.object("binaryData").plain());
  }

  @Test
  void secretsWithAPlaceOfTheirOwnAreTakenOut() {
    ObjectNode encryption =
        object(
            "apiVersion", "apiserver.config.k8s.io/v1",
            "kind", "EncryptionConfiguration",
            "resources",
                List.of(
                    map(
                        "providers",
                        List.of(
                            map(
                                "aescbc",
                                map("keys", List.of(map("name", "key1", "secret", "c2VjcmV0")))),
                            map("kms", map("name", "kms", "endpoint", "unix:///kms.sock"))))));
    ObjectNode route =
        object(
            "apiVersion", "route.openshift.io/v1",
            "kind", "Route",
            "spec", map("tls", map("key", "opaque", "certificate", "public")));
    ObjectNode kubeconfig =
        object(
            "apiVersion", "v1",
            "kind", "Config",
            "users",
                List.of(
                    map(
                        "name",
                        "x",
                        "user",
                        map("client-key-data", "abcd", "token", "abc.DEF1", "password", "p"))));
    ObjectNode proxy =
        object(
            "apiVersion", "config.openshift.io/v1",
            "kind", "Proxy",
            "spec", map("httpsProxy", "http://u:hunter2@proxy:3128"));

    assertEquals(
        "(redacted: looks like a secret key, value 1)",
        at(redactor.clean(encryption), "/resources/0/providers/0/aescbc/keys/0/secret"));
    assertEquals(
        "unix:///kms.sock",
        at(redactor.clean(encryption), "/resources/0/providers/1/kms/endpoint"));
    assertEquals(
        map(
            "key", "(redacted: looks like a private key, value 1)",
            "certificate", "public"),
        at(redactor.clean(route), "/spec/tls"));
    assertEquals(
        map(
            "client-key-data", "(redacted: looks like a private key, value 1)",
            "token", "(redacted: looks like a token, value 2)",
            "password", "(redacted: looks like a password, value 3)"),
        at(redactor.clean(kubeconfig), "/users/0/user"));
    assertEquals(
        "http://u:(redacted: looks like an address with a password, value 1)@proxy:3128",
        at(redactor.clean(proxy), "/spec/httpsProxy"));
  }

  @Test
  void fieldsOfCustomResourcesAreJudgedByNameAndReferencesStay() {
    ObjectNode custom =
        object(
            "apiVersion", "example.org/v1",
            "kind", "Database",
            "spec",
                map(
                    "adminPassword", "hunter2",
                    "passwordSecretRef", map("name", "db", "key", "password"),
                    "secret", "db-credentials",
                    "secretName", "db",
                    "tokenTTL", "1h",
                    "parameters", List.of(map("name", "db.password", "value", "hunter2")),
                    "values", "db:\n  password: hunter2\n",
                    "description", "password: ask the owner\n"));

    assertEquals(
        map(
            "adminPassword", "(redacted: looks like a password, value 1)",
            "passwordSecretRef", map("name", "db", "key", "password"),
            "secret", "db-credentials",
            "secretName", "db",
            "tokenTTL", "1h",
            "parameters",
                List.of(
                    map(
                        "name",
                        "db.password",
                        "value",
                        "(redacted: looks like a password, value 1)")),
            "values", "(redacted: looks like a password, value 2)",
            "description", "password: ask the owner\n"),
        at(redactor.clean(custom), "/spec"));
  }

  @Test
  void theStrictProfileKeepsOnlySettingsOfTheCluster() {
    Redactor strict = new Redactor(Profile.STRICT);
    ObjectNode pod =
        pod(
            container(
                "command", List.of("kube-apiserver", "--anonymous-auth=false", "--greeting=hi"),
                "args", List.of("--audit-log-path", "/var/log", "Jane Doe"),
                "env", List.of(variable("NAME", "Jane"), variable("DEBUG", "true"))));
    ObjectNode map =
        object(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            map("name", "app"),
            "data",
            map("greeting", "hi"));
    ObjectNode kubelet =
        object(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            map("name", "kubelet-config"),
            "data",
            map("kubelet", "readOnlyPort: 0\n"));

    ObjectNode clean = strict.clean(pod);
    String out = "(redacted: text, does not look like a secret)";
    assertEquals(
        List.of("kube-apiserver", "--anonymous-auth=false", "--greeting=" + out),
        at(clean, "/spec/containers/0/command"));
    assertEquals(
        List.of("--audit-log-path", "/var/log", out), at(clean, "/spec/containers/0/args"));
    assertEquals(
        List.of(variable("NAME", out), variable("DEBUG", "true")),
        at(clean, "/spec/containers/0/env"));
    assertEquals(map("greeting", out), strict.clean(map).object("data").plain());
    assertSame(kubelet, strict.clean(kubelet));
  }

  @Test
  void markersOfABundleBecomeMarkersAgain() {
    ObjectNode pod =
        pod(
            container(
                "args", List.of("--password=hunter2", "--token", "abc"),
                "env", List.of(variable("PASSWORD", "hunter2"), variable("A", "b"))));

    ObjectNode clean = redactor.clean(pod);
    ObjectNode again = new Redactor(Profile.STANDARD).clean(Trees.stored(clean));

    assertEquals(clean.plain(), again.plain());
    assertEquals(
        new Redacted("looks like a password, value 1"), scalar(again, "/spec/containers/0/env/0"));
  }

  @Test
  void aMarkerOfAForeignReasonCannotCarryASecret() {
    ObjectNode pod = pod(container("env", List.of(variable("PASSWORD", "(redacted: hunter2)"))));

    assertEquals(
        new Redacted("by another tool"), scalar(redactor.clean(pod), "/spec/containers/0/env/0"));
  }

  @Test
  void theMarkersOfOtherToolsStay() {
    ObjectNode pod = pod(container("env", List.of(variable("PASSWORD", "***HIDDEN***"))));

    assertSame(pod, redactor.clean(pod));
  }

  @Test
  void theReportCountsWhatWasTakenOutAndWhatStayed() {
    redactor.clean(
        pod(
            container(
                "env",
                List.of(
                    variable("PASSWORD", "hunter2"),
                    variable("TOKEN", "abc"),
                    variable("LEVEL", "info")),
                "args",
                List.of("--verbose"))));
    redactor.clean(
        object(
            "apiVersion", "v1",
            "kind", "Secret",
            "data", map("a", "eA==", "b", "eQ==")));

    ResourceType pod = new ResourceType("", "Pod");
    String value = "/spec/containers/*/env/*/value";
    assertEquals(
        List.of(
            new Redaction(pod, value, "looks like a password", false, 1),
            new Redaction(pod, value, "looks like a token", false, 1),
            new Redaction(
                new ResourceType("", "Secret"), "/data/*", "secret value, was in clear", false, 2),
            new Redaction(pod, "/spec/containers/*/args/*", "argument", true, 1),
            new Redaction(pod, value, "literal value", true, 1)),
        redactor.report());
  }

  @Test
  void helmReleasesAreTakenOutOfConfigMapsToo() {
    ObjectNode release =
        object(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            map("name", "web.v1", "labels", map("OWNER", "TILLER")),
            "data",
            map("release", "H4sIAAAA"));

    assertEquals(
        map("release", "(redacted: copy of an object)"),
        redactor.clean(release).object("data").plain());
  }

  @Test
  void aLabelThatLooksLikeHealthDataLeavesItsSelectorsUnknown() {
    ObjectNode pod =
        object(
            "apiVersion", "v1",
            "kind", "Pod",
            "metadata", map("labels", map("app", "web", "patient", "123-45-6789")));

    ObjectNode labels = redactor.clean(pod).object("metadata").object("labels");
    assertEquals(
        map("app", "web", "patient", "(redacted: label, looks like health data)"), labels.plain());
    assertTrue(Markers.hides(JsonPointer.ROOT.child("patient").in(labels).orElseThrow()));
  }

  @Test
  void ordinaryNumbersAreNoHealthData() {
    assertFalse(HealthData.in("7f3c-123-45-6789-abcd"));
    assertFalse(HealthData.in("2024-01-02T03:04:05"));
    assertFalse(HealthData.in("resourceType: Pod"));
    assertNull(Credentials.classOf("resourceType: Pod"));
  }

  private static Map<String, Object> variable(String name, String value) {
    return map("name", name, "value", value);
  }

  private static Map<String, Object> container(Object... members) {
    return map(members);
  }

  private static ObjectNode pod(Map<String, Object> container) {
    return object(
        "apiVersion",
        "v1",
        "kind",
        "Pod",
        "metadata",
        map("name", "web"),
        "spec",
        map("containers", List.of(container)));
  }

  private static Object at(ObjectNode object, String pointer) {
    return new JsonPointer(pointer).in(object).orElseThrow().plain();
  }

  private static Object scalar(ObjectNode object, String variable) {
    return new JsonPointer(variable + "/value").in(object).orElseThrow() instanceof ScalarNode s
            && s.value() != null
        ? s.value()
        : "";
  }
}
