package org.safeguard.network;

import org.safeguard.model.fact.Cause;

/// Connections of a workload that are not assessed.
///
/// @param workload as in the table
/// @param direction `ingress` or `egress`
/// @param pods whether connections with pods are meant too, and not only those with the outside
/// @param policy the policy that cannot be stated, or the workload itself
/// @param cause why
public record NotAssessed(
    String workload, String direction, boolean pods, String policy, Cause cause) {}
