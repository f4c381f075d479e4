package org.safeguard.engagement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// The one form in which an object's content is stored and hashed: compact JSON with sorted keys.
/// Lines are not kept, and a redacted value becomes the text of its marker.
final class ObjectJson {

  // Half a surrogate pair, which a stranger's text may hold, is escaped then and comes back.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private ObjectJson() {}

  static byte[] of(ObjectNode object) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(object, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Node node, JsonGenerator json) throws IOException {
    switch (node) {
      case ObjectNode object -> {
        // Mostly sorted already, which makes sorting a list cheaper than filling a tree.
        List<Map.Entry<String, Node>> members = new ArrayList<>(object.size());
        object.each((key, value) -> members.add(Map.entry(key, value)));
        members.sort(Map.Entry.comparingByKey());
        json.writeStartObject();
        for (Map.Entry<String, Node> member : members) {
          json.writeFieldName(member.getKey());
          write(member.getValue(), json);
        }
        json.writeEndObject();
      }
      case ArrayNode array -> {
        json.writeStartArray();
        for (Node item : array.items()) {
          write(item, json);
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
      case Object text -> json.writeString(text.toString());
    }
  }

  /// @throws DamagedException when it is not what was stored
  static ObjectNode read(byte[] bytes, int offset, int length) {
    // From characters: Jackson's parser of bytes refuses an escaped surrogate in a key.
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      if (value(json) instanceof ObjectNode object) {
        return object;
      }
      throw new DamagedException("an object that is none");
    } catch (IOException e) {
      throw new DamagedException("an object that cannot be parsed", e);
    }
  }

  private static Node value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_STRING -> new ScalarNode(json.getText(), 0);
      case VALUE_TRUE -> new ScalarNode(true, 0);
      case VALUE_FALSE -> new ScalarNode(false, 0);
      case VALUE_NULL -> new ScalarNode(null, 0);
      case VALUE_NUMBER_INT -> new ScalarNode(integer(json), 0);
      case VALUE_NUMBER_FLOAT -> new ScalarNode(json.getDoubleValue(), 0);
      case null -> throw new DamagedException("an object that ends early");
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new DamagedException("an object without a value");
    };
  }

  private static Number integer(JsonParser json) throws IOException {
    return switch (json.getNumberType()) {
      case INT, LONG -> json.getLongValue();
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> json.getBigIntegerValue();
    };
  }

  private static ObjectNode object(JsonParser json) throws IOException {
    ObjectNode.Builder object = ObjectNode.builder(0);
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      object.put(key, value(json));
    }
    return object.build();
  }

  private static ArrayNode array(JsonParser json) throws IOException {
    List<Node> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(json));
    }
    return new ArrayNode(items, 0);
  }
}
