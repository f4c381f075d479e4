package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.objects.Observed;
import org.safeguard.objects.Place;
import org.safeguard.redaction.Markers;

/// The arguments that a container gives a program: those after its name in `command` and `args`
/// taken together, be it started directly, through `hyperkube` or another starter, or from a shell
/// script.
///
/// @param arguments what follows the program's name
/// @param found whether the program or at least some flag was found
/// @param hidden why some argument cannot be read
record CommandLine(List<Word> arguments, boolean found, Optional<Cause> hidden) {

  CommandLine {
    arguments = List.copyOf(arguments);
  }

  static CommandLine of(Place container, String program) {
    List<Word> words = new ArrayList<>();
    Optional<Cause> hidden = Optional.empty();
    for (String part : List.of("command", "args")) {
      Place place = container.at(part);
      hidden = hidden.or(() -> add(place, words));
    }
    for (int i = 0; i < words.size(); i++) {
      if (isProgram(words, i, program)) {
        return new CommandLine(words.subList(i + 1, words.size()), true, hidden);
      }
    }
    for (Word word : words) {
      List<Word> inScript = inScript(word, program);
      if (!inScript.isEmpty()) {
        return new CommandLine(inScript, true, hidden);
      }
    }
    boolean entryPoint = !container.at("command").isSet();
    boolean flags = words.stream().anyMatch(word -> word.text().startsWith("--"));
    boolean script = words.stream().anyMatch(word -> word.text().indexOf('\n') >= 0);
    return new CommandLine(words, (entryPoint || flags) && !script, hidden);
  }

  /// Adds the words of a list, and tells of one that is hidden.
  private static Optional<Cause> add(Place list, List<Word> words) {
    if (!(list.node() instanceof ArrayNode array)) {
      return list.isSet() ? Optional.of(list.malformed("no list", "a list")) : Optional.empty();
    }
    boolean hidden = false;
    for (int i = 0; i < array.items().size(); i++) {
      Node item = array.items().get(i);
      hidden |= isHidden(item);
      if (item instanceof ScalarNode scalar && !isHidden(item)) {
        words.add(
            new Word(
                scalar.text(),
                new Reading(
                    list.resource(), list.pointer().child(i), item.line(), Observed.of(scalar))));
      }
    }
    return hidden ? Optional.of(list.redacted()) : Optional.empty();
  }

  private static boolean isHidden(Node item) {
    return item instanceof ScalarNode(Redacted _, int _) || Markers.hides(item);
  }

  /// `kube-apiserver`, `/usr/local/bin/kube-apiserver`, and `apiserver` after `hyperkube`.
  private static boolean isProgram(List<Word> words, int i, String program) {
    String name = baseName(words.get(i).text());
    String before = i == 0 ? "" : baseName(words.get(i - 1).text());
    return name.equals(program) || before.equals("hyperkube") && ("kube-" + name).equals(program);
  }

  /// The name of a program; an option or variable that ends like one has none.
  private static String baseName(String word) {
    boolean program = !word.startsWith("-") && word.indexOf('=') < 0;
    return program ? word.substring(word.lastIndexOf('/') + 1) : "";
  }

  /// The arguments within a script; a program named more than once counts where flags follow it.
  private static List<Word> inScript(Word script, String program) {
    if (script.text().indexOf(' ') < 0 && script.text().indexOf('\n') < 0) {
      return List.of();
    }
    List<Word> words =
        ShellWords.of(script.text()).stream().map(text -> within(script, text)).toList();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (isProgram(words, i, program) && words.get(i + 1).text().startsWith("-")) {
        return words.subList(i + 1, words.size()).stream()
            .takeWhile(word -> !word.text().equals(ShellWords.END))
            .toList();
      }
    }
    return List.of();
  }

  private static Word within(Word script, String text) {
    Reading whole = script.reading();
    String observed = Observed.of(new ScalarNode(text, 0));
    return new Word(text, new Reading(whole.resource(), whole.pointer(), whole.line(), observed));
  }
}
