package org.safeguard.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.rules.PackException;
import org.safeguard.rules.PackLoader;

/// Each check of the tools is covered by rules that exist or set aside with a reason, and the page
/// `docs/catalogue/kubernetes.md` says so. To write the page anew:
/// `mvn test -pl rulepacks -Dtest=CatalogueTest -Dsafeguard.pages=write`.
class CatalogueTest {

  /// Rows that nobody has decided about are an error unless this is true.
  private static final boolean OPEN_ROWS_ALLOWED = false;

  private static final int ROWS = 343;
  private static final Path PAGE = Path.of("..", "docs", "catalogue", "kubernetes.md");
  private static final Path PACK = Path.of("hipaa-container-safeguards").toAbsolutePath();

  private static Pack pack;

  @BeforeAll
  static void load() throws PackException {
    pack = PackLoader.load(PACK);
  }

  @Test
  void everyCheckIsThereOnce() throws Exception {
    List<CatalogueRow> rows = Catalogue.read().all();
    Set<String> seen = new HashSet<>();

    assertEquals(
        List.of(),
        rows.stream().map(CatalogueRow::check).filter(check -> !seen.add(check)).toList(),
        "checks that are there twice");
    assertEquals(ROWS, rows.size());
  }

  @Test
  void everyRuleThatARowNamesIsInThePack() throws Exception {
    Set<String> ids = pack.rules().stream().map(Rule::id).collect(Collectors.toSet());

    assertEquals(
        List.of(),
        Catalogue.read().all().stream()
            .flatMap(
                row ->
                    row.rules().stream()
                        .filter(id -> !ids.contains(id))
                        .map(id -> row.category() + ": " + row.check() + ": " + id))
            .toList());
  }

  @Test
  void aRowIsCoveredOrSetAsideButNotBoth() throws Exception {
    List<CatalogueRow> rows = Catalogue.read().all();
    List<String> open =
        rows.stream()
            .filter(CatalogueRow::open)
            .map(row -> "open: " + row.category() + ": " + row.check())
            .toList();

    assertEquals(
        List.of(),
        rows.stream()
            .filter(row -> row.covered() && !row.aside().isEmpty())
            .map(CatalogueRow::check)
            .toList(),
        "rows with rules and with a reason");
    assertTrue(OPEN_ROWS_ALLOWED || open.isEmpty(), () -> String.join("\n", open));
  }

  @Test
  void thePageIsThatOfTheCatalogue() throws Exception {
    String page = CataloguePage.of(pack, Catalogue.read());
    if ("write".equals(System.getProperty("safeguard.pages"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertEquals(
        page,
        Files.readString(PAGE),
        "write the page anew with -Dtest=CatalogueTest -Dsafeguard.pages=write");
  }
}
