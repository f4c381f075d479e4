package org.safeguard.engagement;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.safeguard.model.risk.Scope;

/// What the file is about: one row.
final class EngagementStore {

  private final Database database;
  private final Journal journal;

  EngagementStore(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  void create(Instant at) throws SQLException {
    database.update("engagement/insert", at.toString());
    journal.add("created", null, null);
  }

  Engagement read() throws SQLException {
    return database
        .first(
            "engagement/read",
            row ->
                new Engagement(
                    row.instant("created_at"),
                    row.text("client"),
                    row.text("assessor"),
                    row.text("title"),
                    row.text("description")))
        .orElseThrow(() -> new DamagedException("no engagement"));
  }

  /// Takes over what a scope says; what it does not say stays.
  void say(Scope scope) throws SQLException {
    Engagement before = read();
    Engagement after =
        new Engagement(
            before.createdAt(),
            either(scope.client(), before.client()),
            either(scope.assessor(), before.assessor()),
            either(scope.title(), before.title()),
            either(scope.description(), before.description()));
    if (!after.equals(before)) {
      database.update(
          "engagement/update",
          after.client(),
          after.assessor(),
          after.title(),
          after.description());
      journal.add("scope changed", json(before), json(after));
    }
  }

  private static String either(String said, String before) {
    return said.isEmpty() ? before : said;
  }

  private static String json(Engagement engagement) {
    Scope words =
        new Scope(
            engagement.client(),
            engagement.assessor(),
            engagement.title(),
            engagement.description(),
            List.of());
    return RecordJson.of(words);
  }
}
