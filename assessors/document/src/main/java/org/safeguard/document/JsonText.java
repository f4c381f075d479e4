package org.safeguard.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Writes trees as compact JSON in UTF-8.
public final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /// Writes `node` to `out`, which stays open.
  ///
  /// @param sorted whether keys are sorted, so that equal content gives equal bytes
  public static void write(Node node, OutputStream out, boolean sorted) throws IOException {
    try (JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      write(node, json, sorted);
    }
  }

  private static void write(Node node, JsonGenerator json, boolean sorted) throws IOException {
    switch (node) {
      case ObjectNode object -> {
        json.writeStartObject();
        Map<String, Node> members = sorted ? new TreeMap<>() : new LinkedHashMap<>();
        object.each(members::put);
        for (Map.Entry<String, Node> member : members.entrySet()) {
          json.writeFieldName(member.getKey());
          write(member.getValue(), json, sorted);
        }
        json.writeEndObject();
      }
      case ArrayNode array -> {
        json.writeStartArray();
        for (Node item : array.items()) {
          write(item, json, sorted);
        }
        json.writeEndArray();
      }
      case ScalarNode scalar -> scalar(scalar, json);
    }
  }

  private static void scalar(ScalarNode scalar, JsonGenerator json) throws IOException {
    switch (scalar.value()) {
      case null -> json.writeNull();
      case Boolean flag -> json.writeBoolean(flag);
      case Long number -> json.writeNumber(number);
      case BigInteger number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Redacted redacted -> json.writeString(redacted.toString());
      case Object other -> json.writeString(other.toString());
    }
  }
}
