package org.safeguard.document;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Reads a stream of YAML 1.1 documents, as Kubernetes does, streaming the members of a root's
/// `items`.
public final class YamlDocuments {

  private static final String ITEMS = "items";
  private static final String MERGE = "<<";

  private final Parser parser;
  private final TreeBuilder trees;
  private final YamlScalars scalars = new YamlScalars();
  private final Map<String, Node> anchors = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  private YamlDocuments(Parser parser, TreeBuilder trees) {
    this.parser = parser;
    this.trees = trees;
  }

  /// Reads every document of `in`; empty ones are passed over.
  ///
  /// @param droppedKeys keys whose members are skipped wherever they occur
  /// @throws MalformedDocumentException when it is not YAML or exceeds a bound; documents before
  ///     the fault went to `sink`
  /// @throws IOException when `in` cannot be read
  public static void read(Reader in, Limits limits, Set<String> droppedKeys, DocumentSink sink)
      throws MalformedDocumentException, IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setProcessComments(false);
    try {
      Parser parser = new ParserImpl(new StreamReader(new BoundedLines(in, limits)), options);
      new YamlDocuments(parser, new TreeBuilder(limits, droppedKeys)).readAll(sink);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new MalformedDocumentException(line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      if (e.getCause() instanceof BoundedLines.LongLineException tooLong) {
        throw new MalformedDocumentException(tooLong.line(), String.valueOf(tooLong.getMessage()));
      }
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new MalformedDocumentException(0, "not YAML: " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
  }

  private void readAll(DocumentSink sink) throws MalformedDocumentException {
    parser.getEvent(); // stream start
    while (!parser.checkEvent(Event.ID.StreamEnd)) {
      parser.getEvent(); // document start
      anchors.clear();
      sizes.clear();
      trees.startDocument();
      if (parser.peekEvent() instanceof MappingStartEvent) {
        readRoot(sink);
      } else {
        Node root = node(1);
        if (!(root instanceof ScalarNode(Object value, int _)) || value != null) {
          sink.document(root, false);
        }
      }
      parser.getEvent(); // document end
    }
  }

  private void readRoot(DocumentSink sink) throws MalformedDocumentException {
    Event start = parser.getEvent();
    ObjectNode.Builder root = ObjectNode.builder(line(start));
    boolean streamed = false;
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      String key = key();
      if (key.equals(ITEMS)
          && parser.peekEvent() instanceof SequenceStartEvent items
          && items.getAnchor() == null) {
        parser.getEvent();
        root.put(ITEMS, new ArrayNode(List.of(), line(items)));
        streamItems(sink);
        streamed = true;
      } else {
        member(root, key, 2);
      }
    }
    parser.getEvent();
    sink.document(root.build(), streamed);
  }

  private void streamItems(DocumentSink sink) throws MalformedDocumentException {
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      trees.startDocument();
      sink.item(node(3));
    }
    parser.getEvent();
  }

  private void member(ObjectNode.Builder object, String key, int depth)
      throws MalformedDocumentException {
    Node value = node(depth);
    if (key.equals(MERGE)) {
      merge(object, value);
    } else if (!trees.drops(key)) {
      object.put(key, value);
    }
  }

  private static void merge(ObjectNode.Builder object, Node value) {
    switch (value) {
      case ObjectNode other -> other.each(object::putIfAbsent);
      case ArrayNode several -> several.objects().forEach(o -> o.each(object::putIfAbsent));
      case ScalarNode _ -> {}
    }
  }

  private String key() throws MalformedDocumentException {
    Event event = parser.getEvent();
    return switch (event) {
      case ScalarEvent scalar -> trees.pooled(scalar.getValue());
      case AliasEvent alias when anchors.get(alias.getAnchor()) instanceof ScalarNode scalar ->
          scalar.text();
      default -> throw new MalformedDocumentException(line(event), "a key is not plain text");
    };
  }

  private Node node(int depth) throws MalformedDocumentException {
    Event event = parser.getEvent();
    int line = line(event);
    trees.checkDepth(depth, line);
    trees.count(1, line);
    return switch (event) {
      case AliasEvent alias -> aliased(alias, line);
      case ScalarEvent scalar ->
          anchored(scalar.getAnchor(), new ScalarNode(value(scalar), line), 1);
      case SequenceStartEvent start -> sequence(start.getAnchor(), line, depth);
      case MappingStartEvent start -> mapping(start.getAnchor(), line, depth);
      default -> throw new MalformedDocumentException(line, "a value is missing");
    };
  }

  private @Nullable Object value(ScalarEvent scalar) {
    Object value = scalars.value(scalar);
    return value instanceof String text ? trees.pooled(text) : value;
  }

  private Node sequence(@Nullable String anchor, int line, int depth)
      throws MalformedDocumentException {
    long before = trees.counted();
    List<Node> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    parser.getEvent();
    return anchored(anchor, new ArrayNode(items, line), trees.counted() - before + 1);
  }

  private Node mapping(@Nullable String anchor, int line, int depth)
      throws MalformedDocumentException {
    long before = trees.counted();
    ObjectNode.Builder object = ObjectNode.builder(line);
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      member(object, key(), depth + 1);
    }
    parser.getEvent();
    return anchored(anchor, object.build(), trees.counted() - before + 1);
  }

  private Node anchored(@Nullable String anchor, Node node, long size) {
    if (anchor != null) {
      anchors.put(anchor, node);
      sizes.put(anchor, size);
    }
    return node;
  }

  private Node aliased(AliasEvent alias, int line) throws MalformedDocumentException {
    Node target = anchors.get(alias.getAnchor());
    if (target == null) {
      throw new MalformedDocumentException(
          line, "the alias *" + alias.getAnchor() + " stands for nothing, or for itself");
    }
    trees.count(sizes.getOrDefault(alias.getAnchor(), 1L), line);
    return target;
  }

  private static int line(Event event) {
    return event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
  }
}
