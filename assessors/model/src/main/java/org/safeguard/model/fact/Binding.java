package org.safeguard.model.fact;

import java.util.List;

/// A role binding or cluster role binding.
///
/// @param kind `RoleBinding` or `ClusterRoleBinding`
/// @param namespace empty for a cluster role binding
/// @param name its name
/// @param builtIn as in [Role]
/// @param roleKind `Role` or `ClusterRole`
/// @param roleName the role
/// @param roleExists whether the role is in the snapshot; unknown where the snapshot cannot tell
/// @param rules the rules of the role; unknown where the snapshot cannot tell
/// @param subjects to whom
/// @param provenance where the values were read
public record Binding(
    String kind,
    String namespace,
    String name,
    boolean builtIn,
    String roleKind,
    String roleName,
    boolean roleExists,
    List<PolicyRule> rules,
    List<Subject> subjects,
    Provenance provenance)
    implements Fact {

  public Binding {
    rules = List.copyOf(rules);
    subjects = List.copyOf(subjects);
  }

  @Override
  public boolean builtIn() {
    return provenance.known("builtIn", builtIn);
  }

  @Override
  public String roleKind() {
    return provenance.known("roleKind", roleKind);
  }

  @Override
  public String roleName() {
    return provenance.known("roleName", roleName);
  }

  @Override
  public boolean roleExists() {
    return provenance.known("roleExists", roleExists);
  }

  @Override
  public List<PolicyRule> rules() {
    return provenance.known("rules", rules);
  }

  @Override
  public List<Subject> subjects() {
    return provenance.known("subjects", subjects);
  }
}
