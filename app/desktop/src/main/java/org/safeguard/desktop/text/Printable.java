package org.safeguard.desktop.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words of a stranger, such as the names in a kubeconfig, made safe to show: a character that is
/// invisible or turns the direction of writing would make a command look like another one.
public final class Printable {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

  private Printable() {}

  /// The text with a mark for each character that cannot be seen.
  public static String of(String text) {
    return UNSEEN.matcher(text).replaceAll("\uFFFD");
  }

  /// Lines below each other.
  public static String lines(List<String> lines) {
    return lines.stream().map(Printable::of).collect(Collectors.joining("\n"));
  }

  /// A command as one would type it, so that each argument is seen as one.
  public static String command(List<String> words) {
    return words.stream().map(Printable::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + of(word).replace("'", "'\\''") + "'";
  }
}
