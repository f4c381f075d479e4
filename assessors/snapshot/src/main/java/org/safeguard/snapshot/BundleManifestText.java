package org.safeguard.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.JsonText;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// A bundle's manifest as JSON.
final class BundleManifestText {

  private BundleManifestText() {}

  static byte[] write(BundleManifest manifest) throws IOException {
    List<Node> entries = new ArrayList<>();
    manifest.entries().forEach(entry -> entries.add(entry(entry)));
    List<Node> coverage = new ArrayList<>();
    manifest.coverage().forEach(type -> coverage.add(coverage(type)));
    ObjectNode.Builder json =
        ObjectNode.builder(1)
            .put("format", text(BundleManifest.FORMAT))
            .put("formatVersion", number(manifest.formatVersion()))
            .put("toolVersion", text(manifest.toolVersion()))
            .put("cluster", text(manifest.cluster()))
            .put("capturedAt", text(string(manifest.capturedAt())))
            .put("kubernetesVersion", text(manifest.kubernetesVersion()))
            .put("coverage", new ArrayNode(coverage, 1))
            .put("entries", new ArrayNode(entries, 1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonText.write(json.build(), out, false);
    out.write('\n');
    return out.toByteArray();
  }

  /// What is missing reads as empty, so that the check of the entries finds the fault.
  static BundleManifest read(ObjectNode json) {
    return new BundleManifest(
        json.number("formatVersion").orElse(0L).intValue(),
        json.text("cluster").orElse(""),
        json.text("capturedAt").map(SourceHints::instant).orElse(null),
        json.text("kubernetesVersion").orElse(null),
        json.text("toolVersion").orElse(""),
        json.array("entries").objects().stream().map(BundleManifestText::entry).toList(),
        json.array("coverage").objects().stream().map(BundleManifestText::coverage).toList());
  }

  private static ObjectNode entry(BundleManifest.Entry entry) {
    return ObjectNode.builder(1)
        .put("path", text(entry.path()))
        .put("bytes", number(entry.bytes()))
        .put("sha256", text(entry.sha256()))
        .put("objects", number(entry.objects()))
        .build();
  }

  private static BundleManifest.Entry entry(ObjectNode json) {
    return new BundleManifest.Entry(
        json.text("path").orElse(""),
        json.number("bytes").orElse(0L),
        json.text("sha256").orElse(""),
        json.number("objects").orElse(0L).intValue());
  }

  private static ObjectNode coverage(TypeCoverage type) {
    return ObjectNode.builder(1)
        .put("type", text(type.type().toString()))
        .put("state", text(type.state().name()))
        .put("count", number(type.count()))
        .put("cause", text(type.cause()))
        .build();
  }

  private static TypeCoverage coverage(ObjectNode json) {
    String state = json.text("state").orElse("");
    return new TypeCoverage(
        ResourceType.of(json.text("type").orElse("")),
        Arrays.stream(Coverage.values())
            .filter(value -> value.name().equals(state))
            .findFirst()
            .orElse(Coverage.UNKNOWN),
        json.number("count").orElse(0L).intValue(),
        json.text("cause").orElse(""));
  }

  private static @Nullable String string(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static ScalarNode text(@Nullable String text) {
    return new ScalarNode(text, 1);
  }

  private static ScalarNode number(long number) {
    return new ScalarNode(number, 1);
  }
}
