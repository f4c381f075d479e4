package org.safeguard.desktop.findings;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;

import atlantafx.base.theme.Styles;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Support;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

/// What the rule says about a verdict: why it matters, how to fix it, which safeguards and
/// citations it serves, and what a pass does not prove.
final class RuleSections {

  private static final Pattern LINK = Pattern.compile("https://[A-Za-z0-9./_~#?=&%-]+");

  private final EvidenceViewModel model;
  private final Messages messages;
  private final Words words;

  RuleSections(EvidenceViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
  }

  List<Node> of(Verdict verdict) {
    Rule rule = verdict.rule();
    List<Node> sections = new ArrayList<>();
    sections.add(section("evidence.why", paragraph(rule.why())));
    sections.add(section("evidence.fix", fix(verdict)));
    if (!rule.supports().isEmpty()) {
      sections.add(section("evidence.safeguards", safeguards(rule)));
    }
    if (!rule.notProved().isEmpty()) {
      sections.add(section("evidence.not-proved", paragraph(rule.notProved())));
    }
    if (!rule.references().isEmpty()) {
      sections.add(section("evidence.references", references(rule)));
    }
    return sections;
  }

  private Node section(String title, Node content) {
    return column("evidence-section", label(messages.text(title), Styles.TEXT_BOLD), content);
  }

  private Node fix(Verdict verdict) {
    VBox steps = column("evidence-steps");
    List<String> texts = verdict.rule().fix().steps();
    for (int i = 0; i < texts.size(); i++) {
      Label number = label(messages.text("evidence.step", i + 1), Styles.TEXT_MUTED);
      number.setMinWidth(22);
      steps.getChildren().add(row("evidence-step", number, growing(paragraph(texts.get(i)))));
    }
    if (verdict.outcome() instanceof Outcome.Failed failed) {
      failed.fix().forEach(value -> steps.getChildren().add(proposed(value)));
    }
    return steps;
  }

  private Node proposed(ProposedValue value) {
    return column(
        "evidence-proposed",
        paragraph(value.pointer(), Styles.TEXT_MUTED, Styles.TEXT_SMALL, "evidence-code"),
        paragraph(value.value(), "evidence-code"));
  }

  private Node safeguards(Rule rule) {
    VBox list = column("evidence-safeguards");
    for (Support support : rule.supports()) {
      Optional<Safeguard> safeguard = model.safeguard(support);
      String strength = words.of(support.strength());
      String head = messages.text("evidence.safeguard", support.safeguard(), strength);
      VBox box = column("evidence-safeguard", label(head, Styles.TEXT_MUTED, Styles.TEXT_SMALL));
      safeguard.ifPresent(found -> addSafeguard(box, found));
      list.getChildren().add(box);
    }
    return list;
  }

  private void addSafeguard(VBox box, Safeguard safeguard) {
    box.getChildren().add(paragraph(safeguard.statement()));
    model
        .citations(safeguard)
        .forEach(
            citation ->
                box.getChildren()
                    .add(
                        paragraph(
                            messages.text("evidence.citation", citation.id(), citation.title()),
                            Styles.TEXT_MUTED,
                            Styles.TEXT_SMALL)));
  }

  private Node references(Rule rule) {
    VBox list = column("evidence-references");
    for (String reference : rule.references()) {
      list.getChildren()
          .add(
              LINK.matcher(reference).matches()
                  ? link(reference)
                  : paragraph(reference, Styles.TEXT_SMALL));
    }
    return list;
  }

  private Node link(String address) {
    Hyperlink link = new Hyperlink(address);
    link.setWrapText(true);
    link.setAccessibleText(messages.text("evidence.link-accessible", address));
    link.setOnAction(_ -> model.open(URI.create(address)));
    return link;
  }
}
