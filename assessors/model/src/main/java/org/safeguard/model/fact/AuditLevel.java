package org.safeguard.model.fact;

/// What an audit policy does with one sort of request: the first of its rules that matches decides
/// ([auditing](https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/)).
///
/// @param request such as `read a secret`
/// @param level `None`, `Metadata`, `Request` or `RequestResponse`
/// @param complete whether the end of the request is recorded, so that the log tells its outcome
/// @param provenance where the values were read
public record AuditLevel(String request, String level, boolean complete, Provenance provenance)
    implements Traced {

  @Override
  public String level() {
    return provenance.known("level", level);
  }

  @Override
  public boolean complete() {
    return provenance.known("complete", complete);
  }
}
