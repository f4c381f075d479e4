package org.safeguard.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Decides about the literal values of one object: each is kept, cut or replaced, and counted.
final class Literals {

  /// Where only the shape of a text counts, since it is prose or code.
  private static final Set<String> PROSE =
      Set.of("description", "message", "rego", "lua", "script", "expression", "code", "output");

  private static final int LONGEST_ENCODED = 100_000;

  private final Profile profile;
  private final ResourceType type;
  private final Tally tally;
  private final Fingerprints fingerprints;
  private final boolean knownType;
  final Places places;

  Literals(
      Profile profile, ResourceType type, Tally tally, Fingerprints fingerprints, Places places) {
    this.places = places;
    this.profile = profile;
    this.type = type;
    this.tally = tally;
    this.fingerprints = fingerprints;
    this.knownType = Types.isKnown(type);
  }

  ResourceType type() {
    return type;
  }

  boolean strict() {
    return profile == Profile.STRICT;
  }

  /// The literal value of a variable, a header or a parameter.
  ScalarNode named(String name, ScalarNode value, boolean counted) {
    return judged(
        value,
        text -> {
          if (name.equalsIgnoreCase("authorization") && CredentialNames.literal(text)) {
            return SecretClass.TOKEN;
          }
          return counted || !knownType
              ? Credentials.classOf(name, text)
              : Credentials.classOf(text);
        },
        counted ? "literal value" : null);
  }

  /// An entry of a config map.
  ///
  /// @param settings whether the config map holds settings of the cluster, so that only the secret
  ///     parts of it are cut out
  ScalarNode entry(String key, ScalarNode value, boolean settings) {
    if (settings && value.value() instanceof String text) {
      ScalarNode cut = cut(value, text);
      if (Credentials.classOfEntry(key, Markers.masked(cut.text())) == null) {
        return cut == value ? kept(value, "config map value") : cut;
      }
    }
    return judged(
        value, text -> Credentials.classOfEntry(key, text), settings ? null : "config map value");
  }

  /// The same for an entry in base64.
  ScalarNode encodedEntry(String key, ScalarNode value) {
    return judged(
        value,
        text -> {
          SecretClass raw = Credentials.classOfEntry(key, text);
          String decoded = raw == null ? decoded(text) : null;
          return decoded == null ? raw : Credentials.classOfEntry(key, decoded);
        },
        "config map value");
  }

  private static @Nullable String decoded(String text) {
    if (text.length() > LONGEST_ENCODED) {
      return null;
    }
    try {
      return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  ScalarNode annotation(String key, ScalarNode value, boolean kept) {
    if (value.value() instanceof String text && Annotations.holdsObject(text)) {
      return replaced(value, Markers.COPY);
    }
    ScalarNode judged =
        judged(
            value,
            text -> {
              SecretClass secret = Credentials.classOf(text);
              boolean held = secret == null && CredentialNames.holds(key, text);
              return held ? CredentialNames.classOf(key) : secret;
            },
            null);
    if (judged != value || value.value() instanceof Redacted || isEmpty(value)) {
      return judged;
    }
    return kept ? kept(value, "annotation") : replaced(value, Markers.ANNOTATION);
  }

  ScalarNode label(ScalarNode value) {
    if (!(value.value() instanceof String text)) {
      return known(value);
    }
    Redacted read = Markers.read(text);
    if (read != null) {
      return marked(value, read);
    }
    return HealthData.in(text) ? replaced(value, Markers.HEALTH_LABEL) : value;
  }

  /// Any other text of an object. In types whose fields nobody here knows its name counts too.
  ScalarNode text(String key, ScalarNode value) {
    if (!(value.value() instanceof String text)) {
      return value.value() instanceof Redacted ? known(value) : value;
    }
    boolean hinted = Hints.in(text);
    if (!hinted && knownType) {
      return value;
    }
    Redacted read = Markers.read(text);
    if (read != null) {
      return marked(value, read);
    }
    String plain = Markers.masked(text);
    if (!knownType && !PROSE.contains(key)) {
      SecretClass held =
          CredentialNames.holds(key, plain)
              ? CredentialNames.classOf(key)
              : plain.indexOf('\n') >= 0 ? Credentials.classOfEntry(key, plain) : null;
      if (held != null) {
        return replaced(value, held, text);
      }
    }
    if (HealthData.in(plain)) {
      return replaced(value, Markers.HEALTH);
    }
    ScalarNode cut = cut(value, text);
    // What is left is looked at again: without the secret its name may tell more.
    return cut == value ? value : text(key, cut);
  }

  /// One word of a command: only what is secret is cut out of it.
  ///
  /// @param before the word before it, empty for the first
  ScalarNode argument(String before, ScalarNode value) {
    if (value.value() instanceof Redacted || value.value() == null) {
      return known(value);
    }
    String text = value.text();
    Redacted read = Markers.read(text);
    if (read != null) {
      return marked(value, read);
    }
    SecretClass pair = Credentials.pair(before, Markers.masked(text));
    if (pair != null) {
      return replaced(value, pair, text);
    }
    ScalarNode cut = cut(value, text);
    if (cut.value() instanceof Redacted) {
      return cut;
    }
    if (HealthData.in(text)) {
      return replaced(value, Markers.HEALTH);
    }
    return strict() ? setting(before, cut) : cut == value ? kept(value, "argument") : cut;
  }

  private ScalarNode setting(String before, ScalarNode word) {
    String marker = Markers.LITERAL.toString();
    // A word from which a secret was cut is a setting of the user; its markers say enough.
    String text = word.text();
    if (Markers.masked(text).length() != text.length()) {
      return word;
    }
    String kept = Settings.kept(before, text, marker);
    if (kept.equals(text)) {
      return kept(word, "argument");
    }
    count(Markers.LITERAL.reason());
    return new ScalarNode(kept.equals(marker) ? Markers.LITERAL : kept, word.line());
  }

  /// A value that is secret by its place, whatever it looks like.
  ScalarNode secret(SecretClass secret, ScalarNode value) {
    if (value.value() instanceof Redacted || isEmpty(value)) {
      return known(value);
    }
    Redacted read = Markers.read(value.text());
    return read != null
        ? marked(value, read)
        : Markers.hides(value) ? value : replaced(value, secret, value.text());
  }

  /// The marker in place of a value; one that stands there already is not counted again.
  ScalarNode replaced(ScalarNode value, Redacted marker) {
    if (marker.equals(value.value())) {
      return value;
    }
    if (!value.text().equals(marker.toString())) {
      count(marker.reason());
    }
    return new ScalarNode(marker, value.line());
  }

  void count(String reason) {
    tally.takenOut(type, places.pattern(), reason);
  }

  private interface Judge {
    @Nullable SecretClass judge(String text);
  }

  /// @param literal what the report calls a value that is kept, and a reason for the strict profile
  ///     to take it out; null where it stays unnamed
  private ScalarNode judged(ScalarNode value, Judge judge, @Nullable String literal) {
    if (value.value() instanceof Redacted || value.value() == null) {
      return known(value);
    }
    String text = value.text();
    Redacted read = Markers.read(text);
    if (read != null) {
      return marked(value, read);
    }
    SecretClass secret =
        value.value() instanceof Boolean ? null : judge.judge(Markers.masked(text));
    if (secret != null) {
      return replaced(value, secret, text);
    }
    if (HealthData.in(text)) {
      return replaced(value, Markers.HEALTH);
    }
    if (literal == null || text.isEmpty()) {
      return value;
    }
    boolean out = strict() && !Settings.isSwitch(text) && !Markers.hides(value);
    return out ? replaced(value, Markers.LITERAL) : kept(value, literal);
  }

  private ScalarNode kept(ScalarNode value, String what) {
    if (!isEmpty(value) && !Markers.hides(value)) {
      tally.kept(type, places.pattern(), what);
    }
    return value;
  }

  private ScalarNode replaced(ScalarNode value, SecretClass secret, String text) {
    count(secret.reason());
    return new ScalarNode(
        Markers.of(secret, fingerprints.number(type, text.strip())), value.line());
  }

  private ScalarNode cut(ScalarNode value, String text) {
    String masked = Markers.masked(text);
    SecretClass secret = Credentials.classOf(masked);
    if (secret == null) {
      return value;
    }
    if (masked.length() != text.length()) {
      return replaced(value, secret, text);
    }
    Spans spans = new Spans();
    Credentials.find(text, spans);
    String clean =
        spans.replaced(
            text, (part, found) -> Markers.of(part, fingerprints.number(type, found)).toString());
    if (Markers.read(clean) != null || Credentials.classOf(Markers.masked(clean)) != null) {
      return replaced(value, secret, text);
    }
    count(secret.reason());
    return new ScalarNode(clean, value.line());
  }

  private ScalarNode marked(ScalarNode value, Redacted marker) {
    return known(new ScalarNode(marker, value.line()));
  }

  /// A value that is a marker already; only reasons of ours are kept.
  private ScalarNode known(ScalarNode value) {
    if (!(value.value() instanceof Redacted marker)) {
      return value;
    }
    fingerprints.taken(type, Markers.number(marker));
    Redacted known = Markers.known(marker);
    return known.equals(marker) ? value : new ScalarNode(known, value.line());
  }

  private static boolean isEmpty(ScalarNode value) {
    return value.value() == null || value.text().isEmpty();
  }
}
