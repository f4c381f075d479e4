package org.safeguard.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.access.Chain;
import org.safeguard.access.EffectiveAccess;
import org.safeguard.access.Grant;
import org.safeguard.access.Holder;
import org.safeguard.access.Question;
import org.safeguard.access.SubjectKey;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;

/// Answers about rights as tables of text, for spreadsheets and scripts. Columns are only ever
/// added, at the end.
///
/// A namespace `*` means everywhere. Lists in a cell are separated by blanks; the core
/// API group is written `core`.
public final class AccessTable {

  private static final List<String> WHO_CAN =
      List.of("kind", "namespace", "name", "where", "names", "binding", "role", "file", "line");
  private static final List<String> SUBJECT =
      List.of(
          "kind",
          "namespace",
          "name",
          "where",
          "group",
          "binding",
          "role",
          "verbs",
          "apiGroups",
          "resources",
          "resourceNames",
          "nonResourceURLs",
          "file",
          "line");
  private static final List<String> NOTABLE =
      List.of(
          "kind",
          "namespace",
          "name",
          "holdsEverything",
          "comesToEverything",
          "steps",
          "notable",
          "notKnown");

  private final List<List<String>> rows = new ArrayList<>();

  private AccessTable(List<String> heading) {
    rows.add(heading);
  }

  /// Who may do something: a row for each binding by which somebody may.
  public static AccessTable whoCan(EffectiveAccess access, Question question) {
    AccessTable table = new AccessTable(WHO_CAN);
    for (Holder holder : access.whoCan(question)) {
      table.rows.add(
          row(
              who(holder.subject()),
              List.of(where(holder.grant()), String.join(" ", holder.names())),
              way(holder.grant()),
              place(holder.where())));
    }
    return table;
  }

  /// What somebody may do: a row for each rule of each role.
  public static AccessTable subject(EffectiveAccess access, SubjectKey key) {
    AccessTable table = new AccessTable(SUBJECT);
    for (Grant grant : access.grants(key)) {
      for (PolicyRule rule : grant.binding().rules()) {
        if (rule.provenance().unknown().isEmpty()) {
          table.rows.add(
              row(
                  who(key),
                  List.of(where(grant), grant.group()),
                  way(grant),
                  texts(rule),
                  place(rule.provenance().readings("verbs").getFirst())));
        }
      }
    }
    return table;
  }

  /// Everybody but the parts of Kubernetes.
  public static AccessTable notable(EffectiveAccess access) {
    AccessTable table = new AccessTable(NOTABLE);
    for (SubjectKey key : access.subjects()) {
      if (!access.isBuiltIn(key)) {
        table.rows.add(
            row(
                who(key),
                List.of(
                    access.holdsEverything(key)
                        ? "yes"
                        : access.gap(key).isEmpty() ? "no" : "unknown",
                    reaches(access, key),
                    steps(access, key),
                    String.join("; ", access.notable(key)),
                    access.gap(key).map(Cause::detail).orElse(""))));
      }
    }
    return table;
  }

  /// Writes the table with a line break after each row.
  ///
  /// @throws IOException when `out` refuses
  public void write(Appendable out) throws IOException {
    for (List<String> row : rows) {
      out.append(String.join(",", row.stream().map(AccessTable::cell).toList())).append('\n');
    }
  }

  static String reaches(EffectiveAccess access, SubjectKey key) {
    return access.chain(key).map(chain -> chain.doubt().isEmpty() ? "yes" : "unknown").orElse("no");
  }

  private static String steps(EffectiveAccess access, SubjectKey key) {
    return access.chain(key).filter(chain -> chain.doubt().isEmpty()).map(Chain::text).orElse("");
  }

  private static List<String> who(SubjectKey key) {
    return List.of(key.kind().title(), key.namespace(), key.name());
  }

  private static String where(Grant grant) {
    return grant.scope().isEmpty() ? "*" : grant.scope();
  }

  private static List<String> way(Grant grant) {
    return List.of(grant.label(), grant.role());
  }

  private static List<String> texts(PolicyRule rule) {
    return List.of(
        String.join(" ", rule.verbs()),
        String.join(" ", rule.groups().stream().map(g -> g.isEmpty() ? "core" : g).toList()),
        String.join(" ", rule.resources()),
        String.join(" ", rule.resourceNames()),
        String.join(" ", rule.nonResourceURLs()));
  }

  private static List<String> place(Reading reading) {
    return List.of(reading.resource().file(), String.valueOf(reading.line()));
  }

  @SafeVarargs
  private static List<String> row(List<String>... parts) {
    List<String> row = new ArrayList<>();
    for (List<String> part : parts) {
      row.addAll(part);
    }
    return row;
  }

  /// A cell that a spreadsheet takes for text, whatever a cluster holds.
  private static String cell(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    boolean formula = plain.length() > 1 && "=+-@".indexOf(plain.charAt(0)) >= 0;
    String safe = formula ? "'" + plain : plain;
    return safe.contains(",") || safe.contains("\"") || safe.contains(";")
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
