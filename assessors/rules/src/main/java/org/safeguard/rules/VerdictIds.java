package org.safeguard.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.safeguard.document.Digests;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.ObjectReference;

/// Gives the same rule on the same subject always the same id. For one thread.
final class VerdictIds {

  private final MessageDigest digest = Digests.sha256();

  /// 16 hexadecimal digits.
  String of(String rule, AssessedSubject subject) {
    ObjectReference object = subject.object();
    int slash = object.apiVersion().indexOf('/');
    String group = slash < 0 ? "" : object.apiVersion().substring(0, slash);
    String identity =
        String.join(
            "\0",
            rule,
            group,
            object.kind(),
            object.namespace(),
            object.name(),
            subject.container());
    byte[] hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 8);
  }
}
