package org.safeguard.network;

/// The direction of a connection as a policy sees it from the pods it holds.
enum Direction {
  INGRESS("ingress", "from"),
  EGRESS("egress", "to");

  private final String rules;
  private final String peers;

  Direction(String rules, String peers) {
    this.rules = rules;
    this.peers = peers;
  }

  /// The field of a policy with its rules.
  String rules() {
    return rules;
  }

  /// The field of a rule with its peers.
  String peers() {
    return peers;
  }
}
