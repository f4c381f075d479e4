package org.safeguard.model.risk;

/// What somebody said about the ePHI of a namespace or workload, from the scope file.
///
/// @param namespace the namespace, `*` for every one
/// @param kind the kind, `*` for every one
/// @param name the name, `*` for every one
/// @param ephi `creates`, `receives`, `maintains`, `transmits`, `none` or `unknown`
/// @param dataKind empty when not said
/// @param owner empty when not said
/// @param criticality empty when not said
/// @param where `file:line` that says so
public record Designation(
    String namespace,
    String kind,
    String name,
    String ephi,
    String dataKind,
    String owner,
    String criticality,
    String where) {}
