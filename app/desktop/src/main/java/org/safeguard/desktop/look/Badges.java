package org.safeguard.desktop.look;

import java.util.Locale;
import javafx.scene.control.Label;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.verdict.Status;

/// Words in a coloured pill. The word always stands there, so colour is never the only sign.
public final class Badges {

  private static final String BADGE = "badge";

  private final Words words;

  public Badges(Words words) {
    this.words = words;
  }

  /// The severity of a rule, quiet where the rule did not fail.
  public Label of(Severity severity, Status status) {
    return badge(words.of(severity), styleOf(severity, status));
  }

  public Label of(Status status) {
    return badge(words.of(status), styleOf(status));
  }

  public Label of(Level level) {
    return badge(words.of(level), styleOf(level));
  }

  public Label of(EvidenceState state) {
    return badge(words.of(state), styleOf(state));
  }

  public Label of(Coverage coverage) {
    return badge(words.of(coverage), style("coverage", coverage));
  }

  /// Any words in a pill of this style class.
  public Label plain(String text, String style) {
    return badge(text, style);
  }

  /// The style class that colours whatever stands for this severity.
  public static String styleOf(Severity severity) {
    return style("severity", severity);
  }

  /// The style class for the severity of a rule, quiet where the rule did not fail.
  public static String styleOf(Severity severity, Status status) {
    return status == Status.FAILED ? styleOf(severity) : "severity-quiet";
  }

  public static String styleOf(Status status) {
    return style("status", status);
  }

  public static String styleOf(Level level) {
    return style("level", level);
  }

  public static String styleOf(EvidenceState state) {
    return style("state", state);
  }

  private static String style(String group, Enum<?> value) {
    return group + "-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Label badge(String text, String style) {
    Label badge = new Label(text);
    badge.getStyleClass().addAll(BADGE, style);
    badge.setMinWidth(Label.USE_PREF_SIZE);
    return badge;
  }
}
