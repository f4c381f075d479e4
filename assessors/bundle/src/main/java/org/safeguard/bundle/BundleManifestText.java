package org.safeguard.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.safeguard.document.JsonText;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ObjectNode;

/// A bundle's manifest as JSON.
final class BundleManifestText {

  private BundleManifestText() {}

  static byte[] write(BundleManifest manifest) throws IOException {
    ObjectNode.Builder json =
        ObjectNode.builder(1)
            .put("format", Json.text(BundleManifest.FORMAT))
            .put("formatVersion", Json.number(manifest.formatVersion()))
            .put("toolVersion", Json.text(manifest.toolVersion()))
            .put("cluster", Json.text(manifest.cluster()))
            .put("capturedAt", Json.text(manifest.capturedAt()))
            .put("kubernetesVersion", Json.text(manifest.kubernetesVersion()))
            .put("coverage", Json.array(manifest.coverage(), BundleManifestText::coverage))
            .put("lists", Json.array(manifest.lists(), BundleManifestText::list))
            .put("entries", Json.array(manifest.entries(), BundleManifestText::entry));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonText.write(json.build(), out, false);
    out.write('\n');
    return out.toByteArray();
  }

  /// What is missing reads as empty, so that the check of the entries finds the fault.
  static BundleManifest read(ObjectNode json) {
    return new BundleManifest(
        json.number("formatVersion").map(BundleManifestText::small).orElse(0),
        json.text("cluster").orElse(""),
        json.text("capturedAt").map(Json::instant).orElse(null),
        json.text("kubernetesVersion").orElse(null),
        json.text("toolVersion").orElse(""),
        json.array("entries").objects().stream().map(BundleManifestText::entry).toList(),
        json.array("coverage").objects().stream().map(BundleManifestText::coverage).toList(),
        json.array("lists").objects().stream().map(BundleManifestText::list).toList());
  }

  private static ObjectNode entry(BundleManifest.Entry entry) {
    return ObjectNode.builder(1)
        .put("path", Json.text(entry.path()))
        .put("bytes", Json.number(entry.bytes()))
        .put("sha256", Json.text(entry.sha256()))
        .put("objects", Json.number(entry.objects()))
        .build();
  }

  private static BundleManifest.Entry entry(ObjectNode json) {
    return new BundleManifest.Entry(
        json.text("path").orElse(""),
        json.number("bytes").orElse(0L),
        json.text("sha256").orElse(""),
        count(json, "objects"));
  }

  private static ObjectNode coverage(TypeCoverage type) {
    return ObjectNode.builder(1)
        .put("type", Json.text(type.type()))
        .put("state", Json.text(type.state().name()))
        .put("count", Json.number(type.count()))
        .put("cause", Json.text(type.cause()))
        .build();
  }

  private static TypeCoverage coverage(ObjectNode json) {
    String state = json.text("state").orElse("");
    return new TypeCoverage(
        type(json),
        Arrays.stream(Coverage.values())
            .filter(value -> value.name().equals(state))
            .findFirst()
            .orElse(Coverage.UNKNOWN),
        count(json, "count"),
        json.text("cause").orElse(""));
  }

  private static ObjectNode list(CapturedList list) {
    return ObjectNode.builder(1)
        .put("type", Json.text(list.type()))
        .put("path", Json.text(list.path()))
        .put("resourceVersion", Json.text(list.resourceVersion()))
        .put("startedAt", Json.text(list.startedAt()))
        .put("endedAt", Json.text(list.endedAt()))
        .put("pages", Json.number(list.pages()))
        .put("objects", Json.number(list.objects()))
        .put("status", Json.number(list.status()))
        .put("consistent", Json.flag(list.consistent()))
        .build();
  }

  private static CapturedList list(ObjectNode json) {
    return new CapturedList(
        type(json),
        json.text("path").orElse(""),
        json.text("resourceVersion").orElse(""),
        json.text("startedAt").map(Json::instant).orElse(null),
        json.text("endedAt").map(Json::instant).orElse(null),
        count(json, "pages"),
        count(json, "objects"),
        count(json, "status"),
        json.flag("consistent").orElse(true));
  }

  private static ResourceType type(ObjectNode json) {
    return ResourceType.of(json.text("type").orElse(""));
  }

  private static int count(ObjectNode json, String key) {
    return json.number(key).map(BundleManifestText::small).orElse(0);
  }

  /// A stranger's number, without wrapping round.
  private static int small(long number) {
    return Math.clamp(number, 0, Integer.MAX_VALUE);
  }
}
