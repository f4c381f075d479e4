package org.safeguard.reporting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;

/// The shapes that the JSON documents share: what is named the same is written the same.
final class JsonMembers {

  /// Writes the members of an object.
  @FunctionalInterface
  interface Member<T> {
    void write(T value) throws IOException;
  }

  private final JsonGenerator json;

  private JsonMembers(JsonGenerator json) {
    this.json = json;
  }

  /// Writes one document in UTF-8, indented. The stream stays open.
  ///
  /// @throws IOException when the stream refuses
  static void document(OutputStream out, Member<JsonMembers> content) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ResultCsv.utf8(out))) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      json.writeStartObject();
      content.write(new JsonMembers(json));
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /// For members of a single value.
  JsonGenerator json() {
    return json;
  }

  /// A member that is an object, or null.
  <T> void object(String name, @Nullable T value, Member<T> member) throws IOException {
    if (value == null) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    member.write(value);
    json.writeEndObject();
  }

  /// A member that is an array of objects.
  <T> void array(String name, Collection<T> values, Member<T> member) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      json.writeStartObject();
      member.write(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// A member that is an array of texts.
  void texts(String name, Collection<?> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (Object value : values) {
      json.writeString(value.toString());
    }
    json.writeEndArray();
  }

  /// The member `subject`.
  void subject(AssessedSubject subject) throws IOException {
    var object = subject.object();
    json.writeObjectFieldStart("subject");
    json.writeStringField("apiVersion", object.apiVersion());
    json.writeStringField("kind", object.kind());
    json.writeStringField("namespace", object.namespace());
    json.writeStringField("name", object.name());
    json.writeStringField("container", subject.container());
    json.writeEndObject();
  }

  /// The members of one piece of evidence.
  void evidence(Evidence evidence) throws IOException {
    json.writeStringField("file", evidence.file());
    json.writeNumberField("line", evidence.line());
    json.writeStringField("pointer", evidence.pointer());
    json.writeStringField("observed", evidence.observed());
  }

  /// The members that tell one version of a pack from another.
  void pack(String id, String version, String sha256) throws IOException {
    json.writeStringField("id", id);
    json.writeStringField("version", version);
    json.writeStringField("sha256", sha256);
  }
}
