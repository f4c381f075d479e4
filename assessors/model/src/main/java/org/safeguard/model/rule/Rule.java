package org.safeguard.model.rule;

import java.util.List;

/// A rule of a pack, as content. Expressions are CEL over the components of the fact.
///
/// @param id never reused, such as `SGW-POD-001`
/// @param area the folder it lies in, such as `workload`
/// @param title what holds when the rule passes, as a short statement
/// @param why why it matters for ePHI
/// @param severity of a failure
/// @param fact the kind of fact it looks at, such as `Container`
/// @param when expression that says whether the rule applies; `true` by default
/// @param pass expression that is true when the rule passes
/// @param message what is wrong when it fails; `{…}` holds a CEL expression that gives text
/// @param evidence expression for a part, or a list of parts, that show the failure; empty to
///     show the components that `pass` reads
/// @param notApplicable why the rule does not apply when `when` is false, in plain words
/// @param fix how to make it pass
/// @param supports the safeguards it supports
/// @param notProved what a pass does not prove
/// @param references links and section names
/// @param since pack version that brought it
/// @param aliases ids of the same check in other tools, such as `trivy:KSV-0017`
public record Rule(
    String id,
    String area,
    String title,
    String why,
    Severity severity,
    String fact,
    String when,
    String pass,
    String message,
    String evidence,
    String notApplicable,
    Fix fix,
    List<Support> supports,
    String notProved,
    List<String> references,
    String since,
    List<String> aliases) {

  public Rule {
    supports = List.copyOf(supports);
    references = List.copyOf(references);
    aliases = List.copyOf(aliases);
  }
}
