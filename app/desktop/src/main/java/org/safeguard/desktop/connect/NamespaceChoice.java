package org.safeguard.desktop.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which namespaces are read: all, or those that are typed or ticked. What is typed is what counts;
/// ticks follow it and change it.
final class NamespaceChoice {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

  private final BooleanProperty all = new SimpleBooleanProperty(true);
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Tick> ticks = FXCollections.observableArrayList();
  private boolean following;

  /// A namespace that the server told of.
  ///
  /// @param name of the namespace
  /// @param on whether it is chosen
  record Tick(String name, BooleanProperty on) {
    @Override
    public String toString() {
      return name;
    }
  }

  NamespaceChoice() {
    typed.subscribe(_ -> follow());
  }

  BooleanProperty allProperty() {
    return all;
  }

  /// Names with commas between them.
  StringProperty typedProperty() {
    return typed;
  }

  /// The namespaces of the cluster, once they are known.
  ObservableList<Tick> ticks() {
    return ticks;
  }

  /// The names that count; none for all of them.
  List<String> names() {
    return all.get() ? List.of() : typedNames();
  }

  /// Whether some were asked for and none is named.
  boolean nothingChosen() {
    return !all.get() && typedNames().isEmpty();
  }

  void offer(List<String> names) {
    List<Tick> fresh = new ArrayList<>();
    for (String name : names) {
      Tick tick = new Tick(name, new SimpleBooleanProperty());
      tick.on.subscribe((_, now) -> ticked(name, now));
      fresh.add(tick);
    }
    ticks.setAll(fresh);
    follow();
  }

  private List<String> typedNames() {
    return BETWEEN.splitAsStream(typed.get()).filter(name -> !name.isEmpty()).distinct().toList();
  }

  private void ticked(String name, boolean on) {
    if (following) {
      return;
    }
    TreeSet<String> names = new TreeSet<>(typedNames());
    if (on) {
      names.add(name);
    } else {
      names.remove(name);
    }
    typed.set(String.join(", ", names));
  }

  private void follow() {
    following = true;
    List<String> names = typedNames();
    ticks.forEach(tick -> tick.on.set(names.contains(tick.name)));
    following = false;
  }
}
