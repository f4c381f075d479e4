package org.safeguard.model.rule;

import java.util.List;

/// A rule pack: safeguards, citations, questions and rules.
///
/// @param id such as `hipaa-container-safeguards`
/// @param version of the content
/// @param title for people
/// @param description what it covers and what it does not
/// @param sha256 over all its files but tests and examples, lower-case hexadecimal
/// @param citations in the order of the regulation
/// @param safeguards in the order of the catalogue
/// @param questions in the order of their safeguards
/// @param rules sorted by id
public record Pack(
    String id,
    String version,
    String title,
    String description,
    String sha256,
    List<Citation> citations,
    List<Safeguard> safeguards,
    List<Question> questions,
    List<Rule> rules) {

  public Pack {
    citations = List.copyOf(citations);
    safeguards = List.copyOf(safeguards);
    questions = List.copyOf(questions);
    rules = List.copyOf(rules);
  }
}
