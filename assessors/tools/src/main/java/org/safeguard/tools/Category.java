package org.safeguard.tools;

/// A kind of product that a cluster needs.
///
/// @param id such as `runtime-detection`
/// @param title in plain words
/// @param outside where a product of it may live that the API server does not show
/// @param ask what settles it where none was found
record Category(String id, String title, Outside outside, String ask) {

  /// Where a product may live outside of what a capture sees.
  enum Outside {
    /// In the cluster or nowhere.
    NO,
    /// As a package on each node.
    NODES,
    /// As a service, or in another cluster.
    ANYWHERE
  }
}
