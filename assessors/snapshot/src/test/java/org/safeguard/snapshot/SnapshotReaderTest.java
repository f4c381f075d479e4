package org.safeguard.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.JsonPointer;

class SnapshotReaderTest {

  private static final String POD =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: clinic}\n";
  private static final String POD_LIST =
      """
      {"kind":"PodList","apiVersion":"v1","metadata":{},"items":[
        {"metadata":{"name":"web","namespace":"clinic","uid":"u1","resourceVersion":"7"}}]}
      """;

  @TempDir Path folder;

  private Snapshot read(String name, String text) throws Exception {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Snapshot read(String name, byte[] bytes) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return new SnapshotReader().read(new Source.PathSource(file), Progress.NONE);
  }

  private Snapshot readFolder(Map<String, String> files) throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return new SnapshotReader().read(new Source.PathSource(folder), Progress.NONE);
  }

  private static List<String> names(Snapshot snapshot) {
    return snapshot.resources().stream().map(r -> r.type() + " " + r.name()).toList();
  }

  private static TypeCoverage coverage(Snapshot snapshot, String type) {
    return snapshot.coverageOf(ResourceType.of(type));
  }

  @Test
  void aTypedListGivesItsMembersTheirKind() throws Exception {
    Snapshot snapshot = read("anything.bin", POD_LIST);
    Resource pod = snapshot.resources().getFirst();
    assertEquals(
        List.of("v1", "Pod", "clinic", "web", "u1", "7", "anything.bin"),
        List.of(
            pod.apiVersion(),
            pod.kind(),
            pod.namespace(),
            pod.name(),
            String.valueOf(pod.uid()),
            String.valueOf(pod.resourceVersion()),
            pod.file()));
    assertEquals(2, pod.body().line());
    assertEquals("kubectl-list", snapshot.format());
    assertEquals("Pod", pod.body().text("kind").orElseThrow());
  }

  @Test
  void anEmptyTypedListIsKnownToBeEmpty() throws Exception {
    Snapshot snapshot =
        read("list", "apiVersion: networking.k8s.io/v1\nitems: null\nkind: NetworkPolicyList\n");
    assertEquals(
        new TypeCoverage(
            ResourceType.of("NetworkPolicy.networking.k8s.io"), Coverage.CAPTURED, 0, ""),
        coverage(snapshot, "NetworkPolicy.networking.k8s.io"));
    assertEquals(Coverage.UNKNOWN, coverage(snapshot, "Pod").state());
  }

  @Test
  void aListWithMorePagesIsPartial() throws Exception {
    Snapshot snapshot = read("list", POD_LIST.replace("{},", "{\"continue\":\"abc\"},"));
    assertEquals(Coverage.PARTIAL, coverage(snapshot, "Pod").state());
    assertEquals(1, coverage(snapshot, "Pod").count());
  }

  @Test
  void listsMayLieInListsAndDocumentsInARow() throws Exception {
    String text = "---\n" + POD + "---\n# nothing\n---\nkind: List\napiVersion: v1\nitems:\n- ";
    text += POD.replace("web", "db").replace("\n", "\n  ");
    assertEquals(List.of("Pod web", "Pod db"), names(read("many.yaml", text)));
    String json = POD_LIST + POD_LIST.replace("web", "db");
    assertEquals(List.of("Pod web", "Pod db"), names(read("many.json", json)));
  }

  @Test
  void valuesOfSecretsAreDroppedAndKeysKept() throws Exception {
    Snapshot snapshot =
        read(
            "secret.yaml",
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: db
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: '{"data":{"password":"aHVudGVyMg=="}}'
              managedFields: [{manager: kubectl}]
            data:
              password: aHVudGVyMg==
              elided: MTY3OSBieXRlcyBsb25n
              hidden: "***HIDDEN***"
              tls.crt: LS0tLQ==
            stringData: {token: hunter2}
            """);
    Resource secret = snapshot.resources().getFirst();
    assertEquals(
        Map.of(
            "password", "(redacted: secret value, was in clear)",
            "elided", "(redacted: secret value)",
            "hidden", "(redacted: secret value)",
            "tls.crt", "(redacted: secret value, a certificate)"),
        secret.body().object("data").plain());
    assertEquals(
        Map.of("token", "(redacted: secret value, was in clear)"),
        secret.body().object("stringData").plain());
    assertFalse(secret.body().plain().toString().contains("aHVudGVyMg"));
    assertFalse(secret.body().object("metadata").has("managedFields"));
    assertEquals(9, new JsonPointer("/data/password").lineIn(secret.body()));
  }

  @Test
  void secretsOfAListThatComesBeforeItsKindAreDroppedToo() throws Exception {
    Snapshot snapshot =
        read(
            "list.json",
            """
            {"apiVersion":"v1","items":[{"metadata":{"name":"a"},"data":{"k":"djE="}}],
             "kind":"SecretList"}
            """);
    assertEquals(
        Map.of("k", "(redacted: secret value, was in clear)"),
        snapshot.resources().getFirst().body().object("data").plain());
  }

  @Test
  void secretsInsideATemplateAreDroppedToo() throws Exception {
    Snapshot snapshot =
        read(
            "template.yaml",
            "apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\n"
                + "objects:\n- {apiVersion: v1, kind: Secret, stringData: {k: hunter2}}\n"
                + "- {apiVersion: v1, kind: Service, spec: {k: kept}}\n");
    String body = snapshot.resources().getFirst().body().plain().toString();
    assertFalse(body.contains("hunter2"), body);
    assertTrue(body.contains("kept"), body);
  }

  @Test
  void whatPowerShellWritesIsRead() throws Exception {
    byte[] text = POD_LIST.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_16LE);
    byte[] marked = new byte[text.length + 2];
    marked[0] = (byte) 0xff;
    marked[1] = (byte) 0xfe;
    System.arraycopy(text, 0, marked, 2, text.length);
    assertEquals(List.of("Pod web"), names(read("windows.json", marked)));
    assertEquals(List.of("Pod web"), names(read("bom.yaml", "\ufeff" + POD)));
    assertEquals(List.of("Pod web"), names(read("crlf.yaml", POD.replace("\n", "\r\n"))));
  }

  @Test
  void compressedFilesAndArchivesAreFoundByContent() throws Exception {
    Map<String, String> entries = Map.of("dump/pods.yaml", POD);
    byte[] list = POD_LIST.getBytes(StandardCharsets.UTF_8);
    for (byte[] bytes :
        List.of(
            Archives.gzip(list),
            Archives.xz(list),
            Archives.zip(entries),
            Archives.tar(entries),
            Archives.gzip(Archives.tar(entries)),
            Archives.xz(Archives.tar(entries)))) {
      Snapshot snapshot = read("something", bytes);
      assertEquals(List.of("Pod web"), names(snapshot));
      assertEquals(List.of("something"), snapshot.files().stream().map(f -> f.file()).toList());
    }
    assertEquals("dump/pods.yaml", read("a", Archives.zip(entries)).resources().getFirst().file());
  }

  @Test
  void standardInputIsReadAsAStream() throws Exception {
    Snapshot snapshot =
        new SnapshotReader()
            .read(
                new Source.StreamSource(
                    "-", new ByteArrayInputStream(POD.getBytes(StandardCharsets.UTF_8))),
                Progress.NONE);
    assertEquals("-", snapshot.resources().getFirst().file());
    assertEquals("-", snapshot.source());
  }

  @Test
  void whatIsNoObjectInADirectoryIsNamedAndPassedOver() throws Exception {
    Snapshot snapshot =
        readFolder(
            Map.of(
                "README.md",
                "# Read me: please\n",
                "base/kustomization.yaml",
                "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n"
                    + "patches: [{path: patch.yaml}]\n",
                "base/patch.yaml",
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n",
                "base/pod.yaml",
                POD,
                "chart/Chart.yaml",
                "name: chart\nversion: 1.0.0\n",
                "chart/values.yaml",
                "replicas: 2\n",
                "chart/templates/a.yaml",
                POD.replace("web", "'{{ .Release.Name }}'"),
                "chart/templates/b.yaml",
                "{{- if .Values.x }}\n" + POD + "{{- end }}\n",
                "chart/templates/c.yaml",
                POD + "spec: {nodeName: '{{ .Values.node }}'}\n",
                "z/broken.yaml",
                "kind: Pod\n  name: [\n"));
    assertEquals(List.of("Pod web"), names(snapshot));
    assertEquals(
        List.of(
            "README.md OTHER_FILE",
            "base/kustomization.yaml NOT_KUBERNETES",
            "base/patch.yaml NOT_KUBERNETES",
            "chart/Chart.yaml NOT_KUBERNETES",
            "chart/templates/a.yaml NOT_KUBERNETES",
            "chart/templates/b.yaml NOT_KUBERNETES",
            "chart/templates/c.yaml NOT_KUBERNETES",
            "chart/values.yaml NOT_KUBERNETES",
            "z/broken.yaml UNREADABLE"),
        snapshot.skipped().stream().map(s -> s.file() + " " + s.kind()).toList());
    Skipped broken = snapshot.skipped().getLast();
    assertEquals(2, broken.line());
    assertTrue(broken.reason().startsWith("not YAML: "), broken.reason());
  }

  @Test
  void aDirectoryOfHelmTemplatesIsExplained() {
    UnreadableInputException refused =
        assertThrows(
            UnreadableInputException.class,
            () ->
                readFolder(
                    Map.of("Chart.yaml", "name: c\n", "templates/a.yaml", "{{ if x }}\n" + POD)));
    assertTrue(refused.getMessage().contains("`helm template`"), refused.getMessage());
  }

  @Test
  void secondCopiesAreTheSameOrInConflict() throws Exception {
    String old = "apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: a}\n";
    Snapshot snapshot =
        readFolder(
            Map.of(
                "1.yaml",
                old,
                "2.yaml",
                "kind: Deployment\nmetadata:\n  name: a\napiVersion: apps/v1\n",
                "3.yaml",
                old + "spec: {replicas: 3}\n"));
    assertEquals(List.of("Deployment.extensions a"), names(snapshot));
    assertEquals(
        List.of(
            new Skipped(
                "2.yaml", 1, Skipped.Kind.DUPLICATE, "Deployment a is the same as in 1.yaml:1"),
            new Skipped(
                "3.yaml",
                1,
                Skipped.Kind.CONFLICT,
                "Deployment a differs from the one in 1.yaml:1, which is assessed")),
        snapshot.skipped());
    assertEquals(1, coverage(snapshot, "Deployment.apps").count());
  }

  @Test
  void ofOneObjectInTwoVersionsTheCurrentOneIsKept() throws Exception {
    String metadata = "kind: Ingress\nmetadata: {name: a, uid: u1}\n";
    Snapshot snapshot =
        readFolder(
            Map.of(
                "1.yaml", "apiVersion: extensions/v1beta1\n" + metadata + "spec: {backend: {}}\n",
                "2.yaml", "apiVersion: networking.k8s.io/v1\n" + metadata + "spec: {x: {}}\n"));
    assertEquals(List.of("Ingress.networking.k8s.io a"), names(snapshot));
    assertEquals(
        List.of(
            new Skipped(
                "1.yaml", 1, Skipped.Kind.DUPLICATE, "Ingress a is the same as in 2.yaml:1")),
        snapshot.skipped());
  }

  @Test
  void objectsWithoutKindTakeItFromTheirPath() throws Exception {
    String bare = "[{\"metadata\":{\"name\":\"a\"}}]";
    Snapshot snapshot =
        readFolder(
            Map.of(
                "cluster-resources/deployments/default.json", bare,
                "resources/ns/default/ServiceAccounts.json", bare,
                "resources/ns/default/core_v1_pods.json", "[]",
                "resources/ns/default/unknowns.json", bare,
                "cluster-resources/limitranges/default.json", "{\"items\":null}"));
    assertEquals(List.of("Deployment.apps a", "ServiceAccount a"), names(snapshot));
    assertEquals(Coverage.CAPTURED, coverage(snapshot, "Pod").state());
    assertEquals(Coverage.CAPTURED, coverage(snapshot, "LimitRange").state());
    assertEquals("troubleshoot", snapshot.format());
  }

  @Test
  void rancherTextIsMended() throws Exception {
    Snapshot snapshot =
        readFolder(
            Map.of(
                "metadata.yaml",
                "bundleversion: 0.1.0\nkubernetesversion: v1.21.7+rke2r1\n"
                    + "bundlecreatedat: \"2022-03-22T23:49:32Z\"\n",
                "yamls/cluster/rbac.authorization.k8s.io/v1/clusterroles.yaml",
                "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\n"
                    + "metadata: {name: r, selfLink: \"null\"}\n"
                    + "rules: [{apiGroups: [\"null\"], verbs: [get], resources: [pods]}]\n"));
    assertEquals(
        List.of(""),
        snapshot
            .resources()
            .getFirst()
            .body()
            .array("rules")
            .objects()
            .getFirst()
            .array("apiGroups")
            .texts());
    assertEquals("1.21.7+rke2r1", snapshot.kubernetesVersion());
    assertEquals("2022-03-22T23:49:32Z", String.valueOf(snapshot.capturedAt()));
  }

  @Test
  void aDamagedListLeavesItsTypePartial() throws Exception {
    Snapshot snapshot =
        readFolder(
            Map.of(
                "a/pods.json",
                POD_LIST,
                "b/pods.json",
                POD_LIST.replace("web", "db").replace("}]}", "},"),
                "c/deployments.json",
                "{\"apiVersion\":\"apps/v1\",\"items\":[{\"metadata\":{"));
    assertEquals(List.of("Pod web"), names(snapshot));
    assertEquals(
        new TypeCoverage(
            ResourceType.of("Pod"),
            Coverage.PARTIAL,
            1,
            "b/pods.json could not be read to its end"),
        coverage(snapshot, "Pod"));
    assertEquals(Coverage.PARTIAL, coverage(snapshot, "Deployment.apps").state());
  }

  @Test
  void objectsBeforeTheDamageOfAFileInADirectoryAreKept() throws Exception {
    Snapshot snapshot =
        readFolder(Map.of("all.yaml", POD + "---\nkind: [\n", "b.yaml", POD.replace("web", "b")));
    assertEquals(List.of("Pod web", "Pod b"), names(snapshot));
    assertTrue(snapshot.skipped().getFirst().reason().endsWith("; what stands before it was read"));
  }

  @Test
  void aMustGatherTellsWhenAndOfWhatItWasMade() throws Exception {
    Snapshot snapshot =
        readFolder(
            Map.of(
                "timestamp",
                "2021-09-13 17:31:10.219635494 +0200 CEST m=+1.3\n",
                "img/cluster-scoped-resources/config.openshift.io/clusteroperators.yaml",
                "---\napiVersion: config.openshift.io/v1\nkind: ClusterOperatorList\nitems:\n"
                    + "- apiVersion: config.openshift.io/v1\n  kind: ClusterOperator\n"
                    + "  metadata: {name: kube-apiserver}\n"
                    + "  status: {versions: [{name: kube-apiserver, version: 1.21.1}]}\n"));
    assertEquals("2021-09-13T15:31:10Z", String.valueOf(snapshot.capturedAt()));
    assertEquals("1.21.1", snapshot.kubernetesVersion());
    assertEquals("must-gather", snapshot.format());
  }

  @Test
  void chartsInArchivesAreTemplatesToo() throws Exception {
    Map<String, String> entries = new TreeMap<>();
    entries.put("c/Chart.yaml", "name: c\n");
    entries.put("c/templates/pod.yaml", POD + "spec: {nodeName: '{{ .Values.node }}'}\n");
    UnreadableInputException refused =
        assertThrows(
            UnreadableInputException.class,
            () -> read("chart.tgz", Archives.gzip(Archives.tar(entries))));
    assertTrue(refused.why().contains("Helm"), refused.why());
  }

  @Test
  void aSymbolicLinkIsNotFollowedUnlessItIsTheSource() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside.yaml"), POD);
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(inside.resolve("b.yaml"), POD.replace("web", "b"));
    Files.createSymbolicLink(inside.resolve("a.yaml"), outside);
    Path link = Files.createSymbolicLink(folder.resolve("link"), inside);
    Snapshot snapshot = new SnapshotReader().read(new Source.PathSource(link), Progress.NONE);
    assertEquals(List.of("Pod b"), names(snapshot));
    assertEquals(
        List.of(new Skipped("a.yaml", 0, Skipped.Kind.OTHER_FILE, "a symbolic link, not followed")),
        snapshot.skipped());
  }

  @Test
  void aMappingInBracesMayBeYaml() throws Exception {
    assertEquals(
        List.of("Pod f"),
        names(read("flow", "{apiVersion: v1, kind: Pod, metadata: {name: f}}\n")));
  }

  @Test
  void eventsAreLeftOutAndCounted() throws Exception {
    String event = "apiVersion: v1\nkind: Event\nmetadata: {name: e}\n";
    Snapshot snapshot = read("all.yaml", POD + "---\n" + event + "---\n" + event);
    assertEquals(List.of("Pod web"), names(snapshot));
    assertEquals(
        List.of(
            new Skipped(
                "all.yaml",
                0,
                Skipped.Kind.OTHER_FILE,
                "2 events left out: they are history, not configuration")),
        snapshot.skipped());
  }

  @Test
  void equalInputGivesAnEqualId() throws Exception {
    Snapshot one = read("a.yaml", POD);
    assertEquals(one.id(), read("a.yaml", POD).id());
    assertNotEquals(one.id(), read("a.yaml", POD + "\n").id());
    assertEquals(64, one.id().length());
  }

  @Test
  void progressNamesFilesAndCancelStops() throws Exception {
    List<String> messages = new ArrayList<>();
    Files.writeString(folder.resolve("a.yaml"), POD);
    Source source = new Source.PathSource(folder);
    new SnapshotReader().read(source, (message, fraction) -> messages.add(message));
    assertEquals(List.of("Reading a.yaml"), messages);
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String message, double fraction) {}

          @Override
          public void checkCancelled() {
            throw new CancelledException();
          }
        };
    assertThrows(CancelledException.class, () -> new SnapshotReader().read(source, cancelled));
  }
}
