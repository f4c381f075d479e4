package org.safeguard.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Snapshot;

/// How the sources were captured: lists, requests, and what was taken out. Part of the sheet on
/// scope and method.
final class CaptureTables {

  enum ListColumn {
    SOURCE,
    LIST,
    RESOURCE_VERSION,
    OBJECTS,
    NOTE,
    STARTED,
    ENDED
  }

  enum RequestColumn {
    SOURCE,
    PATH,
    STATUS,
    REQUESTS,
    FIRST,
    BYTES,
    LAST
  }

  enum RedactionColumn {
    SOURCE,
    PLACE,
    TYPE,
    VALUES,
    REASON,
    WHAT
  }

  /// More is not read by anybody; the bundle holds the whole log.
  static final int MOST_PATHS = 200;

  static final int MOST_PLACES = 500;

  static final List<String> NAMES = List.of("Lists", "Requests", "Redactions");

  private static final String UNKNOWN = "Not stated";

  /// Requests for one path with one answer.
  ///
  /// @param first the whole path of the first one, with its query
  private record Asked(
      String source,
      String method,
      String path,
      int status,
      long requests,
      long bytes,
      String first,
      @Nullable Instant last) {

    /// Refused and failed ones first.
    private static final Comparator<Asked> ORDER =
        Comparator.comparing((Asked asked) -> isAnswered(asked.status))
            .thenComparing(Asked::source)
            .thenComparing(Asked::path)
            .thenComparing(Asked::method)
            .thenComparing(Asked::status);

    private Asked and(Asked other) {
      return new Asked(
          source,
          method,
          path,
          status,
          requests + other.requests,
          bytes + other.bytes,
          first,
          other.last);
    }
  }

  private record Taken(String source, @Nullable Redaction redaction, long values, String rest) {}

  private record Listed(Snapshot snapshot, CapturedList list) {}

  private CaptureTables() {}

  static void fill(TableSheet sheet, List<Snapshot> snapshots) {
    sheet.fill(
        ListColumn.class,
        4,
        "The sources do not say how they were captured",
        snapshots.stream()
            .flatMap(s -> s.record().lists().stream().map(list -> new Listed(s, list)))
            .toList(),
        (row, listed) -> list(row, listed));
    sheet.fill(
        RequestColumn.class,
        4,
        "The sources hold no log of requests",
        bounded(requests(snapshots)),
        CaptureTables::request);
    sheet.fill(
        RedactionColumn.class,
        4,
        "Nothing was taken out",
        redactions(snapshots),
        CaptureTables::redaction);
  }

  private static void list(TableRow<ListColumn> row, Listed listed) {
    CapturedList list = listed.list();
    row.text(ListColumn.SOURCE, listed.snapshot().source())
        .text(ListColumn.LIST, list.type() + "\n" + list.path())
        .text(ListColumn.RESOURCE_VERSION, Words.orElse(list.resourceVersion(), UNKNOWN))
        .number(ListColumn.OBJECTS, list.objects())
        .text(ListColumn.NOTE, note(list))
        .text(ListColumn.STARTED, time(list.startedAt()))
        .text(ListColumn.ENDED, time(list.endedAt()));
  }

  private static String note(CapturedList list) {
    String pages = Words.count(list.pages(), "page", "pages") + ", " + Words.answer(list.status());
    return list.consistent() || !isAnswered(list.status())
        ? pages
        : pages + ". The list was continued after its token expired: pages show different moments.";
  }

  private static List<Asked> requests(List<Snapshot> snapshots) {
    Map<Asked, Asked> all = new TreeMap<>(Asked.ORDER);
    for (Snapshot snapshot : snapshots) {
      for (CaptureRequest request : snapshot.record().requests()) {
        Asked asked = asked(snapshot.source(), request);
        all.merge(asked, asked, Asked::and);
      }
    }
    return List.copyOf(all.values());
  }

  private static Asked asked(String source, CaptureRequest request) {
    int query = request.path().indexOf('?');
    return new Asked(
        source,
        request.method(),
        query < 0 ? request.path() : request.path().substring(0, query),
        request.status(),
        1,
        request.bytes(),
        request.path(),
        request.at());
  }

  private static List<Asked> bounded(List<Asked> all) {
    if (all.size() <= MOST_PATHS) {
      return all;
    }
    List<Asked> rest = all.subList(MOST_PATHS, all.size());
    List<Asked> bounded = new ArrayList<>(all.subList(0, MOST_PATHS));
    bounded.add(
        new Asked(
            "and " + Words.count(rest.size(), "more path", "more paths"),
            "",
            "",
            200,
            rest.stream().mapToLong(Asked::requests).sum(),
            rest.stream().mapToLong(Asked::bytes).sum(),
            "The capture log of the bundle lists each request.",
            null));
    return bounded;
  }

  private static void request(TableRow<RequestColumn> row, Asked asked) {
    row.text(RequestColumn.SOURCE, asked.source())
        .text(RequestColumn.PATH, (asked.method() + " " + asked.path()).strip())
        .number(RequestColumn.REQUESTS, asked.requests())
        .number(RequestColumn.BYTES, asked.bytes())
        .text(RequestColumn.FIRST, asked.first());
    if (asked.last() != null) {
      row.text(RequestColumn.STATUS, Words.answer(asked.status()))
          .text(RequestColumn.LAST, time(asked.last()));
    }
  }

  private static List<Taken> redactions(List<Snapshot> snapshots) {
    List<Taken> all = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      for (Redaction redaction : snapshot.record().redactions()) {
        all.add(new Taken(snapshot.source(), redaction, redaction.count(), ""));
      }
    }
    if (all.size() <= MOST_PLACES) {
      return all;
    }
    List<Taken> rest = all.subList(MOST_PLACES, all.size());
    List<Taken> bounded = new ArrayList<>(all.subList(0, MOST_PLACES));
    bounded.add(
        new Taken(
            "and " + Words.count(rest.size(), "more place", "more places"),
            null,
            rest.stream().mapToLong(Taken::values).sum(),
            "The redaction report of the bundle lists each place."));
    return bounded;
  }

  private static void redaction(TableRow<RedactionColumn> row, Taken taken) {
    row.text(RedactionColumn.SOURCE, taken.source())
        .number(RedactionColumn.VALUES, taken.values())
        .text(RedactionColumn.REASON, taken.rest());
    Redaction redaction = taken.redaction();
    if (redaction != null) {
      row.text(RedactionColumn.PLACE, redaction.path())
          .text(RedactionColumn.TYPE, redaction.type().toString())
          .text(RedactionColumn.REASON, redaction.reason())
          .text(RedactionColumn.WHAT, redaction.kept() ? "Kept" : "Taken out");
    }
  }

  private static boolean isAnswered(int status) {
    return status >= 200 && status < 300;
  }

  private static String time(@Nullable Instant time) {
    return time == null ? UNKNOWN : Words.second(time);
  }
}
