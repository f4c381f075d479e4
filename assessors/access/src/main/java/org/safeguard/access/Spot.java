package org.safeguard.access;

/// A place on the way from one right to another. Places between subjects keep the number of links
/// small: whoever may create pods is linked to the pods, not to each account they can name.
sealed interface Spot {

  /// Every right in the cluster.
  record Admin() implements Spot {}

  /// What a subject may do.
  record Who(SubjectKey key) implements Spot {}

  /// Being any service account of a namespace; empty for all.
  record Accounts(String namespace) implements Spot {}

  /// Being inside of the pods that run in a namespace; empty for all.
  record Pods(String namespace) implements Spot {}

  /// Reading the stored tokens of a namespace; empty for all.
  record Tokens(String namespace) implements Spot {}

  /// Starting pods as one likes in a namespace; empty for all.
  record Runs(String namespace) implements Spot {}

  /// Every right in a namespace; empty for all.
  record All(String namespace) implements Spot {}

  /// Being any user.
  record AnyUser() implements Spot {}

  /// Being any user in any group but the administrators' own.
  record AnyName() implements Spot {}

  /// Being administrator of any node.
  record AnyNode() implements Spot {}
}
