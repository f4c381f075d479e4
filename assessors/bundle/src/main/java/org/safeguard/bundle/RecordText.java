package org.safeguard.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguard.document.JsonText;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// The log and the redactions of a bundle as JSON.
final class RecordText {

  private static final String FORMAT = "safeguard-redaction";

  private RecordText() {}

  static byte[] line(CaptureRequest request) throws IOException {
    return line(
        ObjectNode.builder(1)
            .put("time", Json.text(request.at()))
            .put("method", Json.text(request.method()))
            .put("path", Json.text(request.path()))
            .put("status", Json.number(request.status()))
            .put("bytes", Json.number(request.bytes()))
            .build(),
        false);
  }

  static byte[] line(SourceFile file) throws IOException {
    return line(
        ObjectNode.builder(1)
            .put("file", Json.text(file.file()))
            .put("bytes", Json.number(file.bytes()))
            .put("sha256", Json.text(file.sha256()))
            .build(),
        true);
  }

  /// The request in a line of the log; empty for any other line.
  static Optional<CaptureRequest> request(ObjectNode line) {
    Instant at = line.text("time").map(Json::instant).orElse(null);
    return at == null || !line.has("method")
        ? Optional.empty()
        : Optional.of(
            new CaptureRequest(
                at,
                line.text("method").orElse(""),
                line.text("path").orElse(""),
                line.number("status").orElse(0L).intValue(),
                line.number("bytes").orElse(0L)));
  }

  static byte[] redactions(List<Redaction> redactions) throws IOException {
    return line(
        ObjectNode.builder(1)
            .put("format", Json.text(FORMAT))
            .put("redactions", Json.array(redactions, RecordText::redaction))
            .build(),
        false);
  }

  static boolean isRedactions(ObjectNode document) {
    return document.text("format").filter(FORMAT::equals).isPresent();
  }

  static List<Redaction> redactions(ObjectNode document) {
    return document.array("redactions").objects().stream().map(RecordText::redaction).toList();
  }

  private static Node redaction(Redaction redaction) {
    return ObjectNode.builder(1)
        .put("type", Json.text(redaction.type()))
        .put("path", Json.text(redaction.path()))
        .put("reason", Json.text(redaction.reason()))
        .put("kept", Json.flag(redaction.kept()))
        .put("count", Json.number(redaction.count()))
        .build();
  }

  private static Redaction redaction(ObjectNode json) {
    return new Redaction(
        ResourceType.of(json.text("type").orElse("")),
        json.text("path").orElse(""),
        json.text("reason").orElse(""),
        json.flag("kept").orElse(false),
        json.number("count").orElse(0L));
  }

  static byte[] line(Node node, boolean sorted) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    JsonText.write(node, out, sorted);
    out.write('\n');
    return out.toByteArray();
  }
}
