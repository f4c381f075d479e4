package org.safeguard.capture;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The next page of a list, asked for as soon as this page says how the list goes on, so that the
/// server works on it while this one is read.
final class PageAhead implements AutoCloseable {

  private final Function<String, @Nullable Asked> ask;
  private String token = "";
  private @Nullable Asked asked;

  /// @param ask sends the request for the page of a token; null when it cannot be sent now
  PageAhead(Function<String, @Nullable Asked> ask) {
    this.ask = ask;
  }

  /// Asks for the page of a token, once.
  void ask(String next) {
    if (asked == null || !next.equals(token)) {
      close();
      token = next;
      asked = ask.apply(next);
    }
  }

  /// What was asked for with this token; null when nothing was.
  @Nullable Asked take(String wanted) {
    if (!wanted.equals(token)) {
      close();
    }
    Asked taken = asked;
    asked = null;
    return taken;
  }

  @Override
  public void close() {
    if (asked != null) {
      asked.close();
      asked = null;
    }
  }
}
