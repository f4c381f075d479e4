package org.safeguard.admission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// The table of controls and products, which is content: `controls.yaml` beside this class.
///
/// @param all the controls in the order of the table
/// @param products the products whose webhooks we know
record Controls(List<Control> all, List<Product> products) {

  /// A product that admits or changes objects.
  ///
  /// @param id such as `kyverno`
  /// @param security whether it is there to refuse what is not safe
  /// @param words what the names of its webhooks, configurations and services contain
  record Product(String id, boolean security, List<String> words) {}

  Controls {
    all = List.copyOf(all);
    products = List.copyOf(products);
  }

  /// @throws IllegalStateException when the table is not of the expected shape
  static Controls load() {
    try (InputStream in = Controls.class.getResourceAsStream("controls.yaml")) {
      if (in == null) {
        throw new IllegalStateException("controls.yaml is missing");
      }
      ObjectNode root = (ObjectNode) Documents.yaml(in).getFirst();
      return new Controls(
          root.array("controls").objects().stream().map(Controls::control).toList(),
          root.array("products").objects().stream().map(Controls::product).toList());
    } catch (MalformedDocumentException e) {
      throw new IllegalStateException("controls.yaml is no YAML", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Control> find(String id) {
    return all.stream().filter(control -> control.id().equals(id)).findFirst();
  }

  /// The controls that a Pod Security level includes.
  List<Control> atLevel(String level) {
    return all.stream()
        .filter(
            control ->
                control.level().equals("baseline") && !level.equals("privileged")
                    || control.level().equals("restricted") && level.equals("restricted"))
        .toList();
  }

  private static Product product(ObjectNode node) {
    return new Product(
        node.text("id").orElse(""),
        node.flag("security").orElse(false),
        node.array("words").texts());
  }

  private static Control control(ObjectNode node) {
    return new Control(
        node.text("id").orElseThrow(),
        node.text("title").orElseThrow(),
        node.text("level").orElse(""),
        node.array("violations").objects().stream().map(Controls::violation).toList(),
        node.array("fields").texts(),
        node.array("names").texts(),
        node.array("constraints").texts(),
        node.array("modules").texts(),
        node.array("pod-security").texts());
  }

  private static Control.Violation violation(ObjectNode node) {
    return new Control.Violation(
        overlay(node, "container"),
        overlay(node, "pod"),
        overlay(node, "metadata"),
        overlay(node, "service"));
  }

  private static Map<String, Object> overlay(ObjectNode node, String key) {
    Map<String, Object> values = new HashMap<>();
    node.object(key).each((name, value) -> values.put(name, plain(value)));
    return values;
  }

  /// As [Node#plain], but with null as [Overlays#REMOVED].
  private static Object plain(Node node) {
    return switch (node) {
      case ObjectNode object -> {
        Map<String, Object> values = new HashMap<>();
        object.each((key, value) -> values.put(key, plain(value)));
        yield values;
      }
      case ArrayNode array -> array.items().stream().map(Controls::plain).toList();
      case ScalarNode(Object value, int _) -> value == null ? Overlays.REMOVED : value;
    };
  }
}
