package org.safeguard.model.verdict;

/// What a verdict is about.
///
/// @param object the object; for the cluster as a whole its kind is `Cluster`
/// @param container the container, empty when the verdict is about the whole object
/// @param ephi the ePHI designation of the object, `unknown` where nobody said
public record AssessedSubject(ObjectReference object, String container, String ephi) {}
