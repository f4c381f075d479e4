package org.safeguard.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Support;

/// The page about one rule.
final class RulePage {

  private final StringBuilder page = new StringBuilder();
  private final Pack pack;
  private final Rule rule;
  private final PackFiles files;

  private RulePage(Pack pack, Rule rule, PackFiles files) {
    this.pack = pack;
    this.rule = rule;
    this.files = files;
  }

  /// @param folder the name of the pack's folder, for the place of the rule
  static String of(Pack pack, Rule rule, PackFiles files, String folder) {
    RulePage page = new RulePage(pack, rule, files);
    page.write(folder);
    return page.page.toString();
  }

  private String place() {
    return "rules/" + rule.area() + "/" + rule.id() + "/";
  }

  private void write(String folder) {
    page.append("# ").append(rule.id()).append(": ").append(rule.title()).append("\n\n");
    page.append("Severity **").append(PackPages.word(rule.severity())).append("**, area `");
    page.append(rule.area()).append("`, since ").append(rule.since()).append(", in `");
    page.append(folder).append('/').append(place()).append("`. [All rules](README.md)\n");
    section("Why it matters", rule.why() + "\n");
    section("What is examined", examined());
    section("How to fix it", fix());
    section("What it supports", supports());
    section("What a pass does not prove", rule.notProved() + "\n");
    examples();
    list("References", rule.references());
    list("Same check elsewhere", rule.aliases().stream().map(alias -> "`" + alias + "`").toList());
  }

  private void section(String title, String text) {
    page.append("\n## ").append(title).append("\n\n").append(text);
  }

  private void list(String title, List<String> items) {
    if (!items.isEmpty()) {
      section(title, bullets(items));
    }
  }

  private static String bullets(List<String> items) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> text.append("- ").append(item).append('\n'));
    return text.toString();
  }

  private String examined() {
    StringBuilder text = new StringBuilder();
    text.append("Each `").append(rule.fact()).append("`. It passes when\n\n");
    text.append(code("cel", rule.pass()));
    if (!rule.when().isEmpty()) {
      text.append("\nIt applies only when\n\n").append(code("cel", rule.when()));
      text.append('\n').append(rule.notApplicable()).append('\n');
    }
    if (!rule.evidence().isEmpty()) {
      text.append("\nA failure shows\n\n").append(code("cel", rule.evidence()));
    }
    text.append("\nA failure reads: ").append(rule.message()).append('\n');
    return text.toString();
  }

  private String fix() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rule.fix().steps().size(); i++) {
      text.append(i + 1).append(". ").append(rule.fix().steps().get(i)).append('\n');
    }
    if (!rule.fix().pointer().isEmpty()) {
      text.append("\nThe value: `").append(rule.fix().pointer()).append("` = `");
      text.append(rule.fix().value()).append("`\n");
    }
    return text.toString();
  }

  private String supports() {
    StringBuilder text = new StringBuilder();
    for (Support support : rule.supports()) {
      pack.safeguards().stream()
          .filter(safeguard -> safeguard.id().equals(support.safeguard()))
          .forEach(
              safeguard -> {
                String anchor = safeguard.id().toLowerCase(Locale.ROOT);
                text.append("- [").append(safeguard.id()).append("](safeguards.md#");
                text.append(anchor).append("), ");
                text.append(support.strength().name().toLowerCase(Locale.ROOT)).append(": ");
                text.append(safeguard.statement()).append(" (");
                text.append(String.join(", ", safeguard.citations())).append(")\n");
              });
    }
    return text.toString();
  }

  private void examples() {
    List<String> paths = files.matching(Pattern.quote(place() + "examples/") + ".*");
    if (paths.isEmpty()) {
      return;
    }
    page.append("\n## Examples\n");
    for (String path : paths) {
      String text = files.text(path);
      String name = path.substring(path.lastIndexOf('/') + 1);
      page.append("\n`")
          .append(name)
          .append("`\n\n")
          .append(code("yaml", text == null ? "" : text));
    }
  }

  private static String code(String language, String text) {
    return "```" + language + "\n" + text.strip() + "\n```\n";
  }
}
