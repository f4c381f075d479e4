package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;

/// What one source, or several together, say about the flags of a component.
///
/// @param given by name with dashes, in the order given
/// @param base where flags that nobody gave would be
/// @param others why flags that are not here may be given elsewhere; empty where they are not
record GivenFlags(Map<String, List<FlagValue>> given, Reading base, Optional<Cause> others) {

  GivenFlags {
    given = Map.copyOf(given);
  }

  static GivenFlags none(Reading base, Optional<Cause> others) {
    return new GivenFlags(Map.of(), base, others);
  }

  /// Reads arguments as the components do
  /// ([pflag](https://pkg.go.dev/github.com/spf13/pflag#section-readme)): `--a=b`, `--a b`, `-a=b`,
  /// and a Boolean alone. Underscores are dashes.
  static GivenFlags of(CommandLine line, FlagTable table, Reading base) {
    Map<String, List<FlagValue>> given = new TreeMap<>();
    List<Word> words = line.arguments();
    int i = 0;
    while (i < words.size() && !words.get(i).text().equals("--")) {
      Word word = words.get(i++);
      if (!word.text().startsWith("-")) {
        continue;
      }
      String text = word.text().replaceFirst("^--?", "");
      int equals = text.indexOf('=');
      String name = name(equals < 0 ? text : text.substring(0, equals));
      boolean follows = i < words.size() && !words.get(i).text().startsWith("-");
      String value = "true";
      if (equals >= 0) {
        value = text.substring(equals + 1);
      } else if (follows && table.kind(name) != Flag.Kind.BOOL) {
        value = words.get(i++).text();
      }
      put(given, name, new FlagValue(unquoted(value), word.reading()));
    }
    return new GivenFlags(given, base, line.hidden());
  }

  static String name(String written) {
    return written.replace('_', '-');
  }

  static void put(Map<String, List<FlagValue>> given, String name, FlagValue value) {
    given.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  /// These, and where they say nothing what `below` says.
  GivenFlags over(GivenFlags below) {
    Map<String, List<FlagValue>> all = new TreeMap<>(below.given);
    all.putAll(given);
    return new GivenFlags(all, base, others.or(below::others));
  }

  /// The same, but nobody knows what else is given.
  GivenFlags withOthers(Cause why) {
    return new GivenFlags(given, base, others.or(() -> Optional.of(why)));
  }

  /// The value of a flag given as plain text, where one is.
  Optional<String> last(String name) {
    List<FlagValue> values = given.getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast().value());
  }

  /// Quotes that a manifest's author meant for a shell which is not there.
  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
