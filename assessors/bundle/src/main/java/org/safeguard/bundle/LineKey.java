package org.safeguard.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Comparator;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ObjectNode;

/// Where an object stands within its entry.
///
/// @param kind two kinds may share an entry, `HTTPRoute` and `HttpRoute`
/// @param place `<namespace>/<name>`, or the name alone. Compared as one text, which is the order
///     of the API server's own lists, so that a capture need not sort them.
/// @param resourceVersion empty where there is none
record LineKey(String kind, String place, String resourceVersion) {

  /// Equal for two copies of one object.
  static final Comparator<LineKey> OBJECT =
      Comparator.comparing(LineKey::kind).thenComparing(LineKey::place);

  /// Sorts the newer copy of an object first.
  static final Comparator<LineKey> ORDER =
      OBJECT
          .thenComparing(key -> -key.resourceVersion().length())
          .thenComparing(LineKey::resourceVersion, Comparator.reverseOrder());

  private static final JsonFactory FACTORY = new JsonFactory();

  static LineKey of(ObjectNode object, ResourceType type) {
    ObjectNode metadata = object.object("metadata");
    return of(
        type,
        metadata.text("namespace").orElse(""),
        metadata.text("name").or(() -> metadata.text("generateName")).orElse(""),
        metadata.text("resourceVersion").orElse(""));
  }

  /// Reads no further than it must; what is no such line sorts as an object without a name.
  static LineKey of(byte[] line) throws IOException {
    try (JsonParser json = FACTORY.createParser(line)) {
      return new Reading(json).read();
    }
  }

  private static LineKey of(ResourceType type, String namespace, String name, String version) {
    String where = namespace.isEmpty() && type.isNamespaced() ? "default" : namespace;
    return new LineKey(type.kind(), where.isEmpty() ? name : where + "/" + name, version);
  }

  private static final class Reading {

    private final JsonParser json;
    private String apiVersion = "";
    private String kind = "";
    private String namespace = "";
    private String name = "";
    private String generateName = "";
    private String version = "";
    private boolean metadata;

    Reading(JsonParser json) {
      this.json = json;
    }

    LineKey read() throws IOException {
      json.nextToken();
      while ((kind.isEmpty() || !metadata) && json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        switch (key) {
          case "apiVersion" -> apiVersion = text(value);
          case "kind" -> kind = text(value);
          case "metadata" -> metadata(value);
          default -> json.skipChildren();
        }
      }
      int slash = apiVersion.indexOf('/');
      String group = slash < 0 ? "" : apiVersion.substring(0, slash);
      String called = name.isEmpty() ? generateName : name;
      return of(new ResourceType(group, kind), namespace, called, version);
    }

    private void metadata(JsonToken start) throws IOException {
      metadata = true;
      while (start == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        switch (key) {
          case "name" -> name = text(value);
          case "generateName" -> generateName = text(value);
          case "namespace" -> namespace = text(value);
          case "resourceVersion" -> version = text(value);
          default -> json.skipChildren();
        }
      }
    }

    private String text(JsonToken value) throws IOException {
      json.skipChildren();
      return value.isScalarValue() && value != JsonToken.VALUE_NULL ? json.getText() : "";
    }
  }
}
