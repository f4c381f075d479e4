package org.safeguard.rulepacks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;

/// The page `docs/catalogue/kubernetes.md`: every check of the tools, and how it is covered.
final class CataloguePage {

  private static final String HEAD =
      """
      <!-- Generated from rulepacks/catalogue and the rule pack; edit those, not this page. -->

      # What other tools check in Kubernetes, and how we cover it

      Each row is a check that at least one of these tools makes: Kubescape, Trivy, kube-linter, Polaris, kube-score, Popeye,
      Checkov, kubeaudit, kubesec, Prowler, Kyverno's policies, kube-bench, StackRox (ACS) and the Pod Security admission plug-in.
      A row is covered when the named rules fail where the check would, on evidence that a read-only look at the cluster or an
      imported report gives. It is set aside, with the reason, when that evidence cannot be had or the matter is not about
      protecting ePHI. A rule that lacks its evidence says *not assessed*; it never passes for want of it.
      """;

  private final Pack pack;
  private final Catalogue catalogue;
  private final StringBuilder page = new StringBuilder(HEAD);

  private CataloguePage(Pack pack, Catalogue catalogue) {
    this.pack = pack;
    this.catalogue = catalogue;
  }

  static String of(Pack pack, Catalogue catalogue) {
    return new CataloguePage(pack, catalogue).write();
  }

  private String write() {
    figures();
    catalogue.rows().forEach(this::category);
    ours();
    return page.toString();
  }

  private void figures() {
    page.append("\n| Category | Checks | Covered | Set aside | Open |\n|---|---|---|---|---|\n");
    catalogue.rows().forEach((category, rows) -> figures(link(category), rows));
    figures("**All**", catalogue.all());
  }

  private void figures(String name, List<CatalogueRow> rows) {
    long covered = rows.stream().filter(CatalogueRow::covered).count();
    long open = rows.stream().filter(CatalogueRow::open).count();
    long aside = rows.size() - covered - open;
    page.append("| %s | %d | %d | %d | %d |\n".formatted(name, rows.size(), covered, aside, open));
  }

  private static String link(String category) {
    return "[" + category + "](#" + category + ")";
  }

  private void category(String category, List<CatalogueRow> rows) {
    page.append("\n## ").append(category).append("\n\n");
    page.append(
        "| Check | Severity | Kinds | Tools | How it is covered |\n|---|---|---|---|---|\n");
    for (CatalogueRow row : rows) {
      page.append("| ").append(cell(row.check()));
      page.append(" | ").append(row.severity());
      page.append(" | ").append(cell(row.kinds()));
      page.append(" | ").append(tools(row));
      page.append(" | ").append(how(row)).append(" |\n");
    }
  }

  private static long tools(CatalogueRow row) {
    return row.peers().stream()
        .map(peer -> peer.substring(0, peer.indexOf(':')))
        .distinct()
        .count();
  }

  private static String how(CatalogueRow row) {
    if (row.covered()) {
      return row.rules().stream().map(CataloguePage::rule).collect(Collectors.joining(", "));
    }
    return row.open() ? "open" : "*Set aside:* " + cell(row.aside());
  }

  private static String rule(String id) {
    return "[" + id + "](../rules/" + id + ".md)";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("\n", " ");
  }

  /// The rules that no row names: what no tool of the list checks.
  private void ours() {
    Set<String> named =
        catalogue.all().stream().flatMap(row -> row.rules().stream()).collect(Collectors.toSet());
    List<Rule> ours = pack.rules().stream().filter(rule -> !named.contains(rule.id())).toList();
    page.append("\n## Rules of ours that answer to no check of these tools\n\n");
    page.append(ours.size()).append(" of ").append(pack.rules().size()).append(" rules.\n\n");
    page.append("| Rule | Area | Holds when it passes |\n|---|---|---|\n");
    for (Rule rule : ours) {
      page.append("| ").append(rule(rule.id())).append(" | ").append(rule.area());
      page.append(" | ").append(cell(rule.title())).append(" |\n");
    }
  }
}
