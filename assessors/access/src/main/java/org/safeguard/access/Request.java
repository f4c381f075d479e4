package org.safeguard.access;

/// What a caller asks the API server for, as far as authorization looks at it
/// ([attributes](https://kubernetes.io/docs/reference/access-authn-authz/authorization/)).
public sealed interface Request {

  /// Such as `get` or `create`.
  String verb();

  /// The namespace it is in; empty for what lies in none, and for a list over all of them.
  String namespace();

  /// Something of the API.
  ///
  /// @param group API group, empty for the core group
  /// @param resource in plural and lower case, such as `pods`
  /// @param subresource such as `exec`, else empty
  /// @param name of one object; empty where none is named, as in a list
  record OfResource(
      String verb, String group, String resource, String subresource, String namespace, String name)
      implements Request {

    /// `pods/exec`, as rules name it.
    String combined() {
      return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }
  }

  /// A path outside of the API, such as `/metrics`.
  record OfPath(String verb, String path) implements Request {
    @Override
    public String namespace() {
      return "";
    }
  }
}
