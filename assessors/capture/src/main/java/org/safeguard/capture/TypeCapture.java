package org.safeguard.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.safeguard.bundle.BundleSpool;
import org.safeguard.bundle.TypeSpool;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.TypeCoverage;

/// Captures one type: its list in every namespace, or, where that is forbidden or not wanted, its
/// lists namespace by namespace.
final class TypeCapture {

  private final ListReader reader;
  private final NamedConfigMaps named;
  private final CaptureOptions options;
  private final KnownNamespaces namespaces;
  private final BundleSpool bundle;

  /// @param namespaces to fall back on
  TypeCapture(
      ListReader reader,
      NamedConfigMaps named,
      CaptureOptions options,
      KnownNamespaces namespaces,
      BundleSpool bundle) {
    this.reader = reader;
    this.named = named;
    this.options = options;
    this.namespaces = namespaces;
    this.bundle = bundle;
  }

  /// @param progress told the number of objects so far
  TypeOutcome capture(ServedType type, IntConsumer progress) throws IOException {
    try (TypeSpool spool = bundle.type(type.apiVersion(), type.kind())) {
      TypeTarget target = new TypeTarget(spool, options.profile(), progress);
      for (Paging paging : Paging.values()) {
        try {
          TypeOutcome outcome = capture(type, paging, target);
          boolean tooMuchAtOnce =
              paging == Paging.WHOLE && outcome.coverage().state() == Coverage.FAILED;
          if (!tooMuchAtOnce) {
            return outcome;
          }
        } catch (ExpiredListException e) {
          // starts over in the next way
        }
        target.clear();
      }
      throw new IllegalStateException("the last way does not expire");
    }
  }

  private TypeOutcome capture(ServedType type, Paging paging, TypeTarget target)
      throws ExpiredListException {
    if (type.namespaced() && !options.namespaces().isEmpty()) {
      return inNamespaces(type, paging, target, List.of(), options.namespaces());
    }
    ListReader.Result all = reader.read(type, type.path(), paging, target);
    if (all.isStatus(403) && type.namespaced() && !namespaces.names().isEmpty()) {
      TypeOutcome outcome =
          inNamespaces(type, paging, target, List.of(all.list()), namespaces.names());
      return type.is("", "configmaps") && outcome.coverage().state() == Coverage.FORBIDDEN
          ? named.capture(type, outcome, target)
          : outcome;
    }
    TypeOutcome outcome = outcome(type, target, Verdicts.of(all, type), List.of(all.list()));
    return type.is("", "configmaps") && all.isStatus(403)
        ? named.capture(type, outcome, target)
        : outcome;
  }

  private TypeOutcome inNamespaces(
      ServedType type,
      Paging paging,
      TypeTarget target,
      List<CapturedList> before,
      List<String> names)
      throws ExpiredListException {
    target.share();
    List<CapturedList> lists = new ArrayList<>(before);
    NamespaceResults results =
        new NamespaceResults(!options.namespaces().isEmpty(), namespaces.areAll());
    for (String name : names) {
      ListReader.Result result = reader.read(type, type.path(name), paging, target);
      lists.add(result.list());
      results.add(name, Verdicts.of(result, type));
      if (result.failure() != null && result.failure().kind() == RequestFailure.Kind.STOPPED) {
        break;
      }
    }
    return outcome(type, target, results.verdict(names), lists);
  }

  private static TypeOutcome outcome(
      ServedType type, TypeTarget target, Verdicts.Verdict verdict, List<CapturedList> lists) {
    return new TypeOutcome(
        new TypeCoverage(type.type(), verdict.state(), target.count(), verdict.cause()),
        verdict.asAsked(),
        lists,
        target.redactions());
  }
}
