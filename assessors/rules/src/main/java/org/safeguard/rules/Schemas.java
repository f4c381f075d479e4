package org.safeguard.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ScalarNode;

/// The JSON Schemas (draft 2020-12) of the files of a pack.
final class Schemas {

  /// The sorts of files.
  enum Sort {
    PACK,
    CITATIONS,
    SAFEGUARD,
    QUESTIONS,
    RULE,
    TESTS
  }

  private final Map<Sort, JsonSchema> schemas = new EnumMap<>(Sort.class);

  /// What does not fit the schema, with places.
  List<PackProblem> check(PackFile file, Sort sort) {
    return schemas.computeIfAbsent(sort, this::load).validate(json(file.root())).stream()
        .map(message -> problem(file, message))
        .toList();
  }

  private JsonSchema load(Sort sort) {
    String name = "schema/" + sort.name().toLowerCase(Locale.ROOT) + ".schema.json";
    try (InputStream in = Schemas.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is missing");
      }
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder()
              .pathType(PathType.JSON_POINTER)
              .locale(Locale.ROOT)
              .build();
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PackProblem problem(PackFile file, ValidationMessage message) {
    JsonPointer at = new JsonPointer(message.getInstanceLocation().toString());
    String place = at.text().isEmpty() ? "" : at.text().substring(1).replace('/', '.') + ": ";
    return switch (message.getType()) {
      case "additionalProperties" -> {
        String key = property(message);
        yield file.problem(at.child(key), place + "unknown field '" + key + "'");
      }
      case "required" ->
          file.problem(at, place + "the field '" + property(message) + "' is missing");
      case "enum" ->
          file.problem(at, place + "must be one of " + message.getSchemaNode().toString());
      case "type" -> file.problem(at, place + plain(message));
      default -> file.problem(at, place + plain(message));
    };
  }

  private static String property(ValidationMessage message) {
    return message.getProperty() == null ? "" : message.getProperty();
  }

  private static String plain(ValidationMessage message) {
    String text = message.getMessage();
    int colon = text.indexOf(": ");
    return colon < 0 ? text : text.substring(colon + 2);
  }

  /// The same tree for the validator, which knows only its own kind.
  private static JsonNode json(Node node) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (node) {
      case org.safeguard.model.tree.ObjectNode object -> {
        ObjectNode copy = nodes.objectNode();
        object.each((key, value) -> copy.set(key, json(value)));
        yield copy;
      }
      case org.safeguard.model.tree.ArrayNode array -> {
        ArrayNode copy = nodes.arrayNode();
        array.items().forEach(item -> copy.add(json(item)));
        yield copy;
      }
      case ScalarNode scalar -> scalar(scalar.value(), nodes);
    };
  }

  private static JsonNode scalar(@Nullable Object value, JsonNodeFactory nodes) {
    return switch (value) {
      case null -> nodes.nullNode();
      case Boolean flag -> nodes.booleanNode(flag);
      case Long number -> nodes.numberNode(number);
      case Double number -> nodes.numberNode(number);
      case BigInteger number -> nodes.numberNode(number);
      case Object other -> nodes.textNode(other.toString());
    };
  }
}
