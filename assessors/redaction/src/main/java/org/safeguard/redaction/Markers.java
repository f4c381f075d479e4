package org.safeguard.redaction;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Tells markers that stand for values: our own, which say what the value looked like, and those of
/// other tools, behind which anything may be: troubleshoot (`***HIDDEN***`), `oc adm inspect`
/// (`12 bytes long`), must-gather-clean (`x-ipv4-…-x`) and the usual words.
///
/// Only the reasons listed here count as ours, so that a text that merely looks like a marker
/// cannot carry a secret past the redaction.
public final class Markers {

  static final Redacted ANNOTATION = new Redacted("annotation, not needed");
  static final Redacted COPY = new Redacted("copy of an object");
  static final Redacted LITERAL = new Redacted("text, does not look like a secret");
  static final Redacted HEALTH = new Redacted("looks like health data");

  /// Unlike the others it leaves unknown whatever depends on it: selectors match labels.
  static final Redacted HEALTH_LABEL = new Redacted("label, looks like health data");

  /// Stands for a marker that says something else than ours do.
  static final Redacted ELSEWHERE = new Redacted("by another tool");

  /// Stands for what a capture did not ask for, so that it is unknown and not empty.
  public static final Redacted NOT_ASKED = new Redacted("not asked for");

  private static final String START = "(redacted: ";
  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_MARKER = 120;

  private static final Set<String> JUDGED =
      Stream.of(ANNOTATION, COPY, LITERAL, HEALTH)
          .map(Redacted::reason)
          .collect(Collectors.toSet());

  private static final Set<String> NOT_JUDGED =
      Stream.of(
              SecretValues.IN_CLEAR,
              SecretValues.ELIDED,
              SecretValues.CERTIFICATE,
              HEALTH_LABEL,
              NOT_ASKED,
              ELSEWHERE)
          .map(Redacted::reason)
          .collect(Collectors.toSet());

  private static final Pattern SECRET =
      Pattern.compile(
          "looks like ("
              + Stream.of(SecretClass.values())
                  .map(SecretClass::words)
                  .collect(Collectors.joining("|"))
              + ")(?:, value (\\d{1,9}))?");

  private static final Pattern OURS =
      Pattern.compile(
          "\\(redacted: (?:"
              + SECRET.pattern()
              + "|"
              + JUDGED.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"))
              + ")\\)");

  private static final Pattern WHOLE =
      Pattern.compile(
          "\\*{3,}|x{6,}|\\d+ bytes long|[<\\[(]?(redacted|hidden|masked|removed)[>\\])]?",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> PARTS =
      List.of("***HIDDEN***", START, "x-ipv4-", "x-ipv6-", "x-mac-", "xxx.xxx.xxx.xxx");

  private Markers() {}

  /// Whether a value was taken out in a way that does not tell what it looked like.
  public static boolean hides(Node node) {
    return node instanceof ScalarNode(Object value, int _)
        && (value instanceof Redacted redacted && !judged(redacted)
            || value instanceof String text && hides(text));
  }

  /// The same for a text.
  public static boolean hides(String text) {
    String rest = masked(text);
    for (String part : PARTS) {
      if (rest.contains(part)) {
        return true;
      }
    }
    return rest.length() <= LONGEST_WORD && WHOLE.matcher(rest.strip()).matches();
  }

  /// Whether a marker is ours and says enough of the value to judge it.
  public static boolean judged(Redacted marker) {
    return JUDGED.contains(marker.reason()) || SECRET.matcher(marker.reason()).matches();
  }

  /// What our markers in a text say its secrets looked like; null where there is none.
  static @Nullable SecretClass secretIn(String text) {
    if (!text.contains(START)) {
      return null;
    }
    SecretClass found = null;
    Matcher marker = OURS.matcher(text);
    while (marker.find()) {
      for (SecretClass secret : SecretClass.values()) {
        boolean here = secret.words().equals(marker.group(1));
        if (here && (found == null || secret.compareTo(found) < 0)) {
          found = secret;
        }
      }
    }
    return found;
  }

  /// The text with each of our markers replaced by what reads like a reference.
  static String masked(String text) {
    return text.contains(START) ? OURS.matcher(text).replaceAll("\\$") : text;
  }

  static Redacted of(SecretClass secret, int number) {
    return new Redacted(secret.reason() + ", value " + number);
  }

  /// A text that is a marker as a whole, as a bundle holds it; null for any other text.
  static @Nullable Redacted read(String text) {
    if (!text.startsWith(START) || !text.endsWith(")") || text.length() > LONGEST_MARKER) {
      return null;
    }
    String reason = text.substring(START.length(), text.length() - 1);
    if (reason.contains("(") || reason.contains(")")) {
      return null;
    }
    return known(new Redacted(reason));
  }

  /// The marker itself where it is one of ours.
  static Redacted known(Redacted marker) {
    return judged(marker) || NOT_JUDGED.contains(marker.reason()) ? marker : ELSEWHERE;
  }

  /// The number that a marker gives its value; 0 when none.
  static int number(Redacted marker) {
    Matcher secret = SECRET.matcher(marker.reason());
    return secret.matches() && secret.group(2) != null ? Integer.parseInt(secret.group(2)) : 0;
  }
}
