package org.safeguard.rulepacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// The checks that tools for Kubernetes make, by category.
///
/// @param rows by category, in the order of its file
record Catalogue(SortedMap<String, List<CatalogueRow>> rows) {

  private static final Path FOLDER = Path.of("catalogue", "kubernetes");

  static Catalogue read() throws IOException, MalformedDocumentException {
    SortedMap<String, List<CatalogueRow>> rows = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String category = file.getFileName().toString().replace(".yaml", "");
        rows.put(category, rows(category, Documents.yaml(Files.readString(file))));
      }
    }
    return new Catalogue(rows);
  }

  List<CatalogueRow> all() {
    return rows.values().stream().flatMap(List::stream).toList();
  }

  private static List<CatalogueRow> rows(String category, List<Node> documents) {
    List<CatalogueRow> rows = new ArrayList<>();
    for (Node document : documents) {
      for (ObjectNode row : ((ArrayNode) document).objects()) {
        rows.add(
            new CatalogueRow(
                category,
                row.text("check").orElse(""),
                row.text("severity").orElse(""),
                row.text("kinds").orElse(""),
                Stream.of(row.text("peers").orElse("").split(" "))
                    .filter(peer -> !peer.isEmpty())
                    .toList(),
                row.array("rules").texts(),
                row.text("aside").orElse("")));
      }
    }
    return rows;
  }
}
