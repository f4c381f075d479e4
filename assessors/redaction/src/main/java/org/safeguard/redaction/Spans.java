package org.safeguard.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/// Parts of a text that are secrets.
final class Spans {

  private record Span(int start, int end, SecretClass secret) {}

  private final List<Span> spans = new ArrayList<>();

  void add(int start, int end, SecretClass secret) {
    if (end > start) {
      spans.add(new Span(start, end, secret));
    }
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /// The text with each secret replaced; secrets that overlap become one.
  String replaced(String text, BiFunction<SecretClass, String, String> marker) {
    spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::secret));
    StringBuilder clean = new StringBuilder();
    int from = 0;
    for (int i = 0; i < spans.size(); ) {
      Span first = spans.get(i);
      int end = first.end();
      SecretClass secret = first.secret();
      for (i++; i < spans.size() && spans.get(i).start() < end; i++) {
        end = Math.max(end, spans.get(i).end());
        secret = spans.get(i).secret().compareTo(secret) < 0 ? spans.get(i).secret() : secret;
      }
      clean.append(text, from, first.start());
      clean.append(marker.apply(secret, text.substring(first.start(), end)));
      from = end;
    }
    return clean.append(text, from, text.length()).toString();
  }
}
