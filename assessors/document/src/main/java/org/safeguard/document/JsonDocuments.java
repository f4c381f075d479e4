package org.safeguard.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Reads JSON, one value or several in a row, streaming the members of a root's `items`.
public final class JsonDocuments {

  private static final String ITEMS = "items";

  private final JsonParser parser;
  private final TreeBuilder trees;

  private JsonDocuments(JsonParser parser, TreeBuilder trees) {
    this.parser = parser;
    this.trees = trees;
  }

  /// Reads every value of `in`, which stays open.
  ///
  /// @param droppedKeys keys whose members are skipped wherever they occur
  /// @throws MalformedDocumentException when it is not JSON or exceeds a bound
  /// @throws IOException when `in` cannot be read
  public static void read(Reader in, Limits limits, Set<String> droppedKeys, DocumentSink sink)
      throws MalformedDocumentException, IOException {
    try (JsonParser parser = factory(limits).createParser(in)) {
      read(parser, limits, new TreeBuilder(limits, droppedKeys), sink);
    }
  }

  /// The same for bytes in UTF-8, which saves turning all of them into characters first.
  ///
  /// @param droppedKeys keys whose members are skipped wherever they occur
  /// @throws MalformedDocumentException when it is not JSON or exceeds a bound
  /// @throws IOException when `in` cannot be read
  public static void read(InputStream in, Limits limits, Set<String> droppedKeys, DocumentSink sink)
      throws MalformedDocumentException, IOException {
    try (JsonParser parser = factory(limits).createParser(in)) {
      read(parser, limits, new TreeBuilder(limits, droppedKeys), sink);
    }
  }

  private static void read(JsonParser parser, Limits limits, TreeBuilder trees, DocumentSink sink)
      throws MalformedDocumentException, IOException {
    try {
      new JsonDocuments(parser, trees).readAll(sink);
    } catch (JsonEOFException e) {
      throw new MalformedDocumentException(line(e), "the JSON ends in the middle of a value");
    } catch (JsonParseException e) {
      throw new MalformedDocumentException(line(e), "not JSON: " + e.getOriginalMessage());
    } catch (StreamConstraintsException e) {
      throw new MalformedDocumentException(parser.currentLocation().getLineNr(), bound(e, limits));
    }
  }

  /// The library names its own settings, which help nobody.
  private static String bound(StreamConstraintsException e, Limits limits) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.contains("depth")) {
      return "nested deeper than " + limits.depth() + " levels";
    }
    return message.startsWith("String")
        ? "a text is longer than " + (limits.stringLength() >> 20) + " MiB"
        : message.replaceFirst(" \\(`.*", "").replaceFirst(", from `.*", ")");
  }

  private static JsonFactory factory(Limits limits) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(limits.stringLength())
                .maxNestingDepth(limits.depth())
                .build())
        .build();
  }

  private static int line(com.fasterxml.jackson.core.JacksonException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private void readAll(DocumentSink sink) throws IOException, MalformedDocumentException {
    while (parser.nextToken() != null) {
      trees.startDocument();
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        readRoot(sink);
      } else {
        sink.document(value(), false);
      }
    }
  }

  private void readRoot(DocumentSink sink) throws IOException, MalformedDocumentException {
    ObjectNode.Builder root = ObjectNode.builder(line());
    boolean streamed = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (key.equals(ITEMS) && token == JsonToken.START_ARRAY) {
        sink.begins(root.build());
        root.put(ITEMS, new ArrayNode(List.of(), line()));
        streamItems(sink);
        streamed = true;
      } else {
        member(root, key);
      }
    }
    sink.document(root.build(), streamed);
  }

  private void streamItems(DocumentSink sink) throws IOException, MalformedDocumentException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      trees.startDocument();
      sink.item(value());
    }
  }

  private void member(ObjectNode.Builder object, String key)
      throws IOException, MalformedDocumentException {
    if (trees.drops(key)) {
      parser.skipChildren();
    } else {
      object.put(key, value());
    }
  }

  private Node value() throws IOException, MalformedDocumentException {
    int line = line();
    trees.count(1, line);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(line);
      case START_ARRAY -> array(line);
      case VALUE_STRING -> new ScalarNode(trees.pooled(parser.getText()), line);
      case VALUE_TRUE -> new ScalarNode(true, line);
      case VALUE_FALSE -> new ScalarNode(false, line);
      case VALUE_NULL -> new ScalarNode(null, line);
      case VALUE_NUMBER_INT -> new ScalarNode(integer(), line);
      case VALUE_NUMBER_FLOAT -> new ScalarNode(parser.getDoubleValue(), line);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new MalformedDocumentException(line, "a value is missing");
    };
  }

  private Number integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> parser.getBigIntegerValue();
    };
  }

  private ObjectNode object(int line) throws IOException, MalformedDocumentException {
    ObjectNode.Builder object = ObjectNode.builder(line);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      member(object, key);
    }
    return object.build();
  }

  private ArrayNode array(int line) throws IOException, MalformedDocumentException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new ArrayNode(items, line);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
