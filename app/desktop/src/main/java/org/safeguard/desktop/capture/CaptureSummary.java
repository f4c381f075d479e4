package org.safeguard.desktop.capture;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Pages;
import org.safeguard.desktop.look.Pages.Tone;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;
import org.safeguard.desktop.text.Words;
import org.safeguard.desktop.usecase.Captured;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.TypeCoverage;

/// What came of a capture and what that means for the assessment, in plain words.
final class CaptureSummary {

  private static final int LETTERS_SHOWN = 160;

  private final Messages messages;
  private final Words words;

  CaptureSummary(Messages messages, Words words) {
    this.messages = messages;
    this.words = words;
  }

  List<Node> of(CaptureState state, @Nullable Captured captured, CaptureViewModel model) {
    return switch (state) {
      case IDLE, RUNNING -> List.of();
      case STOPPING -> List.of(note(Tone.PLAIN, "capture.stopping-title", "capture.stopping-why"));
      case CANCELLED ->
          List.of(note(Tone.PLAIN, "capture.cancelled-title", "capture.cancelled-why"));
      case FAILED -> failed(model.failureProperty().get());
      case DONE -> captured == null ? List.of() : done(captured);
    };
  }

  private List<Node> failed(@Nullable Failure failure) {
    return failure == null
        ? List.of()
        : List.of(
            Pages.note(Tone.BAD, Printable.of(failure.what()), Printable.of(failure.remedy())));
  }

  private List<Node> done(Captured captured) {
    List<Node> notes = new ArrayList<>();
    String bundle = Printable.of(captured.bundle().toString());
    if (captured.interrupted()) {
      notes.add(
          Pages.note(
              Tone.WARNING,
              messages.text("capture.interrupted-title"),
              messages.text("capture.interrupted-why", bundle)));
    } else if (captured.complete()) {
      notes.add(
          Pages.note(
              Tone.GOOD,
              messages.text("capture.complete-title"),
              messages.text("capture.complete-why", bundle)));
    } else {
      notes.add(
          Pages.note(
              Tone.WARNING,
              messages.text("capture.incomplete-title"),
              messages.text("capture.incomplete-why", bundle, first(captured))));
    }
    add(notes, captured, Coverage.FORBIDDEN, "capture.means-forbidden");
    add(notes, captured, Coverage.FAILED, "capture.means-failed");
    add(notes, captured, Coverage.PARTIAL, "capture.means-partial");
    return notes;
  }

  /// What ended the capture early, where something did, is the first of what is missing.
  private static String first(Captured captured) {
    return captured.missing().isEmpty() ? "" : Printable.of(captured.missing().getFirst());
  }

  private void add(List<Node> notes, Captured captured, Coverage state, String meaning) {
    List<TypeCoverage> types =
        captured.coverage().stream().filter(type -> type.state() == state).toList();
    if (!types.isEmpty()) {
      notes.add(
          Pages.note(
              Tone.PLAIN,
              messages.text("capture.group", words.of(state), types.size()),
              messages.text("capture.group-words", named(types), messages.text(meaning))));
    }
  }

  private String named(List<TypeCoverage> types) {
    List<String> names = types.stream().map(type -> type.type().toString()).toList();
    int shown = 1;
    int length = names.getFirst().length();
    while (shown < names.size() && length + names.get(shown).length() <= LETTERS_SHOWN) {
      length += names.get(shown).length();
      shown++;
    }
    String joined = String.join(", ", names.subList(0, shown));
    int rest = names.size() - shown;
    return rest > 0 ? messages.text("capture.and-more", joined, rest) : joined;
  }

  private Node note(Tone tone, String title, String why) {
    return Pages.note(tone, messages.text(title), messages.text(why));
  }
}
