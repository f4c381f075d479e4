package org.safeguard.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Support;

/// Markdown pages about a pack for `docs/rules/`: a page for each rule, an index, and the list of
/// safeguards. The same pack always gives the same text.
public final class PackPages {

  private static final String NOTICE =
      "<!-- Generated from the rule pack; edit the pack, not this page. -->\n\n";

  private final Pack pack;
  private final PackFiles files;
  private final Path directory;
  private final SortedMap<String, String> pages = new TreeMap<>();

  private PackPages(Pack pack, PackFiles files, Path directory) {
    this.pack = pack;
    this.files = files;
    this.directory = directory;
  }

  /// All pages by file name.
  ///
  /// @param packDirectory where the pack was loaded from, for its examples
  /// @throws IllegalStateException when the directory can no longer be read
  public static SortedMap<String, String> pages(Pack pack, Path packDirectory) {
    try {
      PackFiles files = PackFiles.in(packDirectory, new ArrayList<>());
      return new PackPages(pack, files, packDirectory).write();
    } catch (PackException e) {
      throw new IllegalStateException("The pack's directory is gone: " + packDirectory, e);
    }
  }

  private SortedMap<String, String> write() {
    pages.put("README.md", NOTICE + index());
    pages.put("safeguards.md", NOTICE + safeguards());
    for (Rule rule : pack.rules()) {
      pages.put(rule.id() + ".md", NOTICE + RulePage.of(pack, rule, files, folder()));
    }
    return pages;
  }

  private String folder() {
    Path name = directory.getFileName();
    return name == null ? pack.id() : name.toString();
  }

  private String index() {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(pack.title()).append("\n\n");
    page.append(pack.description()).append("\n\n");
    page.append("Pack `").append(pack.id()).append("`, version ").append(pack.version());
    page.append(": ").append(pack.rules().size()).append(" rules, ");
    page.append("[").append(pack.safeguards().size()).append(" safeguards](safeguards.md), ");
    page.append(pack.citations().size()).append(" citations, ");
    page.append(pack.questions().size()).append(" questions.\n\n");
    page.append("## By severity\n\n");
    for (Severity severity : Severity.values()) {
      List<Rule> rules = pack.rules().stream().filter(r -> r.severity() == severity).toList();
      if (!rules.isEmpty()) {
        page.append("- **").append(word(severity)).append("** (").append(rules.size());
        page.append("): ");
        page.append(rules.stream().map(PackPages::link).collect(Collectors.joining(", ")));
        page.append('\n');
      }
    }
    for (String area : new TreeSet<>(pack.rules().stream().map(Rule::area).toList())) {
      page.append("\n## Area `").append(area).append("`\n\n");
      page.append("| Rule | Severity | Holds when it passes | Safeguards |\n|---|---|---|---|\n");
      pack.rules().stream()
          .filter(rule -> rule.area().equals(area))
          .sorted(Comparator.comparing(Rule::severity).thenComparing(Rule::id))
          .forEach(rule -> page.append(row(rule)));
    }
    return page.toString();
  }

  private static String row(Rule rule) {
    String supported =
        rule.supports().stream().map(Support::safeguard).collect(Collectors.joining(", "));
    return "| "
        + String.join(" | ", link(rule), word(rule.severity()), cell(rule.title()), supported)
        + " |\n";
  }

  private String safeguards() {
    StringBuilder page = new StringBuilder("# Safeguards\n\n");
    page.append("A safeguard without rules needs an attestation.\n");
    String family = "";
    for (Safeguard safeguard : pack.safeguards()) {
      if (!safeguard.family().equals(family)) {
        family = safeguard.family();
        page.append("\n## ").append(family).append('\n');
      }
      page.append("\n### ").append(safeguard.id()).append("\n\n");
      page.append(safeguard.statement()).append(".\n\n".substring(dots(safeguard)));
      page.append("- Citations: ").append(String.join(", ", safeguard.citations())).append('\n');
      line(page, "A snapshot shows", safeguard.examine());
      line(page, "Ask", safeguard.ask());
      line(page, "Can be imported", safeguard.importable());
      line(page, "Threat", safeguard.threat().event());
      line(page, "Recommendation", safeguard.threat().recommendation());
      line(page, "Rules", rulesFor(safeguard));
    }
    return page.toString();
  }

  private static int dots(Safeguard safeguard) {
    return safeguard.statement().endsWith(".") ? 1 : 0;
  }

  private String rulesFor(Safeguard safeguard) {
    List<String> links = new ArrayList<>();
    for (Rule rule : pack.rules()) {
      for (Support support : rule.supports()) {
        if (support.safeguard().equals(safeguard.id())) {
          links.add(link(rule) + " (" + support.strength().name().toLowerCase(Locale.ROOT) + ")");
        }
      }
    }
    return links.isEmpty() ? "none; attestation needed" : String.join(", ", links);
  }

  private static void line(StringBuilder page, String name, String text) {
    if (!text.isEmpty()) {
      page.append("- ").append(name).append(": ").append(text).append('\n');
    }
  }

  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String link(Rule rule) {
    return "[" + rule.id() + "](" + rule.id() + ".md)";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
