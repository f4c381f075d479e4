package org.safeguard.desktop.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceChoiceTest {

  private final NamespaceChoice choice = new NamespaceChoice();

  private List<String> ticked() {
    return choice.ticks().stream()
        .filter(tick -> tick.on().get())
        .map(NamespaceChoice.Tick::name)
        .toList();
  }

  @Test
  void allMeansNoNames() {
    choice.typedProperty().set("clinic");
    assertEquals(List.of(), choice.names());
    choice.allProperty().set(false);
    assertEquals(List.of("clinic"), choice.names());
  }

  @Test
  void ticksFollowWhatIsTyped() {
    choice.typedProperty().set("records");
    choice.offer(List.of("clinic", "records"));
    assertEquals(List.of("records"), ticked());
    choice.typedProperty().set("clinic; records hidden");
    assertEquals(List.of("clinic", "records"), ticked());
  }

  @Test
  void ticksChangeWhatIsTypedAndKeepNamesThatAreNotListed() {
    choice.allProperty().set(false);
    choice.offer(List.of("clinic", "records"));
    choice.typedProperty().set("hidden");
    choice.ticks().getFirst().on().set(true);
    choice.ticks().getLast().on().set(true);
    assertEquals(List.of("clinic", "hidden", "records"), choice.names());
    choice.ticks().getFirst().on().set(false);
    assertEquals("hidden, records", choice.typedProperty().get());
  }
}
