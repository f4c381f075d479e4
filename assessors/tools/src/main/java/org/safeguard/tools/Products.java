package org.safeguard.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// The table of products that lies beside this class as YAML.
///
/// @param categories what a cluster needs products for
/// @param all every product, in the order of the table
record Products(List<Category> categories, List<Product> all) {

  private static final List<String> FILES =
      List.of(
          "runtime",
          "logging",
          "monitoring",
          "network",
          "secrets",
          "delivery",
          "backup",
          "scanners");

  /// Reads the table.
  static Products table() {
    List<Product> products = new ArrayList<>();
    FILES.forEach(file -> rows(file).forEach(row -> products.add(product(row))));
    List<Category> categories = rows("categories").stream().map(Products::category).toList();
    return new Products(categories, List.copyOf(products));
  }

  /// How many products do this.
  long count(String category) {
    return all.stream().filter(product -> product.does(category)).count();
  }

  private static List<ObjectNode> rows(String file) {
    String name = file + ".yaml";
    try (InputStream in = Products.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The table of products lacks " + name);
      }
      return ((ArrayNode) Documents.yaml(in).getFirst()).objects();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedDocumentException e) {
      throw new IllegalStateException(name + " is not as it was shipped", e);
    }
  }

  private static Category category(ObjectNode row) {
    return new Category(
        text(row, "category"),
        text(row, "title"),
        Category.Outside.valueOf(text(row, "outside").toUpperCase(Locale.ROOT)),
        text(row, "ask"));
  }

  private static Product product(ObjectNode row) {
    return new Product(
        text(row, "product"),
        texts(row, "categories"),
        row.flag("node-agent").orElse(false),
        texts(row, "names"),
        patterns(row, "images"),
        patterns(row, "sidecars"),
        texts(row, "definitions"),
        texts(row, "webhooks"),
        texts(row, "csi-drivers"),
        texts(row, "tracking"),
        row.object("environment").texts(),
        texts(row, "host-paths"));
  }

  private static List<ImagePattern> patterns(ObjectNode row, String key) {
    return texts(row, key).stream().map(ImagePattern::new).toList();
  }

  private static String text(ObjectNode row, String key) {
    return row.text(key).orElse("");
  }

  private static List<String> texts(ObjectNode row, String key) {
    Function<Node, String> text = item -> ((ScalarNode) item).text();
    return row.array(key).items().stream().map(text).toList();
  }
}
