package org.safeguard.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.jni.NativeLibrary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.redaction.Profile;
import org.safeguard.snapshot.SnapshotReader;
import org.safeguard.snapshot.Source;

class HelmChartsTest {

  private static final String MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: {{ .Release.Name }}-map
        namespace: {{ .Release.Namespace }}
      data:
        size: {{ .Values.size | quote }}
        braces: "{{ "{{" }} stays }}"
      """;

  @TempDir Path folder;
  private Path chart;

  @BeforeEach
  void makeChart() throws Exception {
    assumeTrue(
        NativeLibrary.serviceProviderLibrary(NativeLibrary.class.getClassLoader()) != null,
        "skipped: there is no template engine for this platform");
    chart = folder.resolve("clinic");
    write("Chart.yaml", "apiVersion: v2\nname: clinic\nversion: 1.0.0\n");
    write("values.yaml", "size: 3\n");
    write("templates/map.yaml", MAP);
  }

  private void write(String name, String text) throws Exception {
    Path file = chart.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Snapshot read(Path source) throws Exception {
    return new SnapshotReader(new HelmCharts(), Profile.STANDARD)
        .read(new Source.PathSource(source), Progress.NONE);
  }

  private UnreadableInputException refusal() {
    return assertThrows(UnreadableInputException.class, () -> new HelmCharts().render(chart));
  }

  private static List<String> objects(Snapshot snapshot) {
    return snapshot.resources().stream()
        .map(r -> r.file() + " " + r.kind() + " " + r.namespace() + "/" + r.name())
        .toList();
  }

  @Test
  void aChartIsReadAsWhatItRendersTo() throws Exception {
    write("crds/wards.yaml", CRD);
    Snapshot snapshot = read(chart);
    assertEquals(
        List.of(
            "crds/wards.yaml CustomResourceDefinition /wards.example.org",
            "clinic/templates/map.yaml ConfigMap default/release-name-map"),
        objects(snapshot));
    Resource map = snapshot.resources().getLast();
    assertEquals("3", map.body().object("data").text("size").orElseThrow());
  }

  @Test
  void everyFileOfAChartTellsSnapshotsApart() throws Exception {
    String before = read(chart).id();
    write("values.yaml", "size: 4\n");
    assertTrue(!before.equals(read(chart).id()));
  }

  @Test
  void aPackagedChartIsRenderedToo() throws Exception {
    Path packed = folder.resolve("clinic-1.0.0.tgz");
    Files.write(packed, packed("clinic/"));
    assertEquals(
        List.of("clinic/templates/map.yaml ConfigMap default/release-name-map"),
        objects(read(packed)));
  }

  @Test
  void chartsBelowADirectoryAreFound() throws Exception {
    Files.writeString(
        folder.resolve("ns.yaml"), "{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n");
    assertEquals(
        List.of(
            "ns.yaml Namespace /a", "clinic/templates/map.yaml ConfigMap default/release-name-map"),
        objects(read(folder)));
  }

  @Test
  void lookupFindsNothingAndAsksNobody() throws Exception {
    write(
        "templates/map.yaml",
        """
        {{- $old := lookup "v1" "Secret" .Release.Namespace "token" }}
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: "lookup-{{ empty $old }}-{{ index (lookup "v1" "Node" "" "n") "a" | empty }}"}
        """);
    ChartFiles files = ChartFiles.read(chart);
    assertEquals(List.of(OfflineText.LOOKUP_NOTE), files.notes());
    assertEquals(
        List.of("clinic/templates/map.yaml ConfigMap /lookup-true-true"), objects(read(chart)));
  }

  @Test
  void aHiddenLookupIsRefusedWithItsPlace() throws Exception {
    write("templates/map.yaml", "a: {{ tpl (printf \"{{ %s%s }}\" \"look\" \"up\") . }}\n");
    assertTrue(refusal().where().endsWith("clinic!clinic/templates/map.yaml:1"), refusal().where());
  }

  @Test
  void aMissingDependencyIsNamed() throws Exception {
    write(
        "Chart.yaml",
        """
        apiVersion: v2
        name: clinic
        version: 1.0.0
        dependencies: [{name: postgres, version: 1.0.0, repository: "https://example.org/charts"}]
        """);
    assertEquals(
        "the chart needs other charts that are not in its charts folder: postgres",
        refusal().why());
  }

  @Test
  void aFaultHasTheTemplateAndItsLine() throws Exception {
    write("templates/bad.yaml", "a: 1\nb: {{ .Values.a.b.c }}\n");
    assertEquals(chart + "!clinic/templates/bad.yaml:2", refusal().where());
    assertEquals(
        "the chart does not render (nil pointer evaluating interface {}.b)", refusal().why());
  }

  @Test
  void aChartForNewerVersionsIsRendered() throws Exception {
    write("Chart.yaml", "apiVersion: v2\nname: clinic\nversion: 1.0.0\nkubeVersion: \">=1.30\"\n");
    assertTrue(new HelmCharts().render(chart).notes().contains(OfflineText.VERSION_NOTE));
  }

  @Test
  void plainTemplatesOfAChartThatDoesNotRenderAreRead() throws Exception {
    write("templates/plain.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n");
    write("templates/bad.yaml", "{{ fail \"no\" }}\n");
    assertEquals(List.of("templates/plain.yaml Namespace /a"), objects(read(chart)));
  }

  @Test
  void aLinkOutOfTheChartIsRefused() throws Exception {
    Files.createSymbolicLink(chart.resolve("link.txt"), folder.resolve("outside.txt"));
    assertTrue(refusal().why().contains("symbolic link"), refusal().why());
  }

  @Test
  void noChartIsRefused() throws Exception {
    Files.delete(chart.resolve("Chart.yaml"));
    assertTrue(refusal().why().contains("Chart.yaml file is missing"), refusal().why());
    Path noArchive = folder.resolve("a.tgz");
    Files.writeString(noArchive, "no archive");
    assertThrows(UnreadableInputException.class, () -> new HelmCharts().render(noArchive));
  }

  private static final String CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: wards.example.org}
      """;

  private byte[] packed(String prefix) throws Exception {
    TreeMap<String, String> files = new TreeMap<>();
    for (String name : List.of("Chart.yaml", "values.yaml", "templates/map.yaml")) {
      files.put(prefix + name, Files.readString(chart.resolve(name)));
    }
    var bytes = new java.io.ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new java.util.zip.GZIPOutputStream(bytes))) {
      for (var file : files.entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
