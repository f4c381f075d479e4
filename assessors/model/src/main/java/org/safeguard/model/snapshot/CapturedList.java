package org.safeguard.model.snapshot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One list as the API server answered it. Lists are read one after the other, so two of them may
/// show the cluster at different moments.
///
/// @param type of the members
/// @param path of the request, without query, such as `/apis/apps/v1/deployments`
/// @param resourceVersion of the list, empty where the server gave none
/// @param startedAt when the first page was asked for, null where nobody says
/// @param endedAt when the last page was read, null where nobody says
/// @param pages the number of pages read
/// @param objects the number of objects read
/// @param status the last HTTP status; 0 when there was no answer
/// @param consistent false when the list had to be continued over an expired token, so that its
///     pages show different moments
public record CapturedList(
    ResourceType type,
    String path,
    String resourceVersion,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int pages,
    int objects,
    int status,
    boolean consistent) {}
