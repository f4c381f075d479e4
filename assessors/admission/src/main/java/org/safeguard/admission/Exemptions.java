package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Trace;

/// Application namespaces that something leaves out on purpose.
///
/// @param names all of them
/// @param ephi those that hold ePHI
/// @param gap why there may be more; null when there are not
/// @param ephiGap the same for those that hold ePHI
record Exemptions(
    List<String> names, List<String> ephi, @Nullable Cause gap, @Nullable Cause ephiGap) {

  static Exemptions of(
      List<NamespaceView> namespaces,
      @Nullable Cause namespaceGap,
      Function<NamespaceView, Judgement> looksAt) {
    List<String> names = new ArrayList<>();
    List<String> ephi = new ArrayList<>();
    Cause gap = namespaceGap;
    Cause ephiGap = namespaceGap;
    for (NamespaceView namespace : namespaces) {
      switch (looksAt.apply(namespace)) {
        case Judgement.Yes _ -> {
          // nothing is left out
        }
        case Judgement.Unknown(Cause cause) -> {
          gap = cause;
          ephiGap = namespace.ephi() instanceof Judgement.No ? ephiGap : cause;
        }
        case Judgement.No(String _, boolean exempt) -> {
          if (exempt) {
            names.add(namespace.name());
            switch (namespace.ephi()) {
              case Judgement.Yes _ -> ephi.add(namespace.name());
              case Judgement.No _ -> {
                // no ePHI is known of
              }
              case Judgement.Unknown(Cause cause) -> ephiGap = cause;
            }
          }
        }
      }
    }
    return new Exemptions(List.copyOf(names), List.copyOf(ephi), gap, ephiGap);
  }

  /// What is found counts even where there may be more.
  void note(Trace trace) {
    if (gap != null && names.isEmpty()) {
      trace.unknown("exemptNamespaces", gap);
    }
    if (ephiGap != null && ephi.isEmpty()) {
      trace.unknown("exemptEphiNamespaces", ephiGap);
    }
  }
}
