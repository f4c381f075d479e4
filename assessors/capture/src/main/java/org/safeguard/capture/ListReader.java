package org.safeguard.capture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.redaction.Redactor;

/// Reads one list to its end, or as far as it goes.
final class ListReader {

  private static final int MAX_PAGES = 100_000;
  private static final int MAX_EXPIRED_IN_A_ROW = 3;
  private static final String JSON = "application/json";

  private final Requests requests;
  private final int pageSize;
  private final Clock clock;

  ListReader(Requests requests, int pageSize, Clock clock) {
    this.requests = requests;
    this.pageSize = pageSize;
    this.clock = clock;
  }

  /// What came of a list.
  ///
  /// @param list for the record
  /// @param answer the last one, null when there was none
  /// @param failure why there was none, null when there was
  /// @param complete whether the end was reached
  /// @param inFull whether the server sent whole objects where their metadata was asked for
  record Result(
      CapturedList list,
      @Nullable Answer answer,
      @Nullable RequestFailure failure,
      boolean complete,
      boolean inFull) {

    boolean isStatus(int status) {
      return answer != null && answer.status() == status;
    }

    /// Why it is not complete, in plain words.
    String why() {
      if (failure != null) {
        return failure.why();
      }
      if (answer == null || answer.isOk()) {
        return "the list has no end";
      }
      String words = answer.message().isEmpty() ? "" : ": " + answer.message();
      return "the server answered with status " + answer.status() + words;
    }
  }

  /// @param path of the list, without query
  /// @throws ExpiredListException when the list has to start over in another way
  Result read(ServedType type, String path, Paging paging, ListTarget target)
      throws ExpiredListException {
    String accept = type.isSecret() ? RequestRules.NAMES_ONLY : JSON;
    try (PageAhead ahead =
        new PageAhead(token -> requests.ahead(path + query(paging, token), accept))) {
      return read(type, path, paging, new Reading(accept, ahead, target));
    }
  }

  /// What stays the same from page to page.
  private record Reading(String accept, PageAhead ahead, ListTarget target) {}

  private Result read(ServedType type, String path, Paging paging, Reading reading)
      throws ExpiredListException {
    Instant started = clock.instant();
    PageAhead ahead = reading.ahead();
    ListPage page = new ListPage(type, droppedKeys(type.isSecret()), reading.target(), ahead::ask);
    String token = "";
    int expired = 0;
    while (page.pages() < MAX_PAGES) {
      page.begin(token.isEmpty());
      Answer answer;
      try {
        answer =
            requests.get(
                path + query(paging, token), reading.accept(), ahead.take(token), page::read);
      } catch (RequestFailure e) {
        return result(type, path, started, page, null, e);
      }
      if (answer.status() == 410) {
        if (!paging.continuesExpired()) {
          throw new ExpiredListException(path);
        }
        if (answer.continueToken().isEmpty() || ++expired > MAX_EXPIRED_IN_A_ROW) {
          return result(type, path, started, page, answer, null);
        }
        token = answer.continueToken();
        page.continuedLater();
      } else if (!answer.isOk() || page.next().isEmpty()) {
        return result(type, path, started, page, answer, null);
      } else {
        expired = 0;
        token = page.next();
      }
    }
    return result(type, path, started, page, null, null);
  }

  private String query(Paging paging, String token) {
    String first = paging.query(pageSize);
    return token.isEmpty()
        ? first
        : (first.isEmpty() ? "?" : first + "&")
            + "continue="
            + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  /// Values of secrets are never parsed, whatever the server sends.
  private static Set<String> droppedKeys(boolean secrets) {
    Set<String> keys = new HashSet<>(Redactor.droppedKeys());
    if (secrets) {
      keys.addAll(Set.of("data", "stringData", "annotations"));
    }
    return keys;
  }

  private Result result(
      ServedType type,
      String path,
      Instant started,
      ListPage page,
      @Nullable Answer answer,
      @Nullable RequestFailure failure) {
    int status = answer == null ? 0 : answer.status();
    CapturedList list =
        new CapturedList(
            type.type(),
            path,
            page.resourceVersion(),
            started,
            clock.instant(),
            page.pages(),
            page.objects(),
            status,
            page.isConsistent());
    boolean complete = answer != null && answer.isOk();
    return new Result(list, answer, failure, complete, page.pages() > 0 && page.isInFull());
  }
}
