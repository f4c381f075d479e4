package org.safeguard.desktop.source;

import org.safeguard.desktop.text.Messages;

/// The recognised formats in plain words. A format that has none yet shows its own name.
final class FormatWords {

  private final Messages messages;

  FormatWords(Messages messages) {
    this.messages = messages;
  }

  String of(String format) {
    return switch (format) {
      case "bundle" -> messages.text("format.bundle");
      case "manifests" -> messages.text("format.manifests");
      case "kubectl-list" -> messages.text("format.kubectl-list");
      case "cluster-info-dump" -> messages.text("format.cluster-info-dump");
      case "collection" -> messages.text("format.collection");
      case "must-gather" -> messages.text("format.must-gather");
      case "rancher-support-bundle" -> messages.text("format.rancher-support-bundle");
      case "troubleshoot" -> messages.text("format.troubleshoot");
      case "velero" -> messages.text("format.velero");
      case "sonobuoy" -> messages.text("format.sonobuoy");
      case "evidence" -> messages.text("format.evidence");
      default -> format;
    };
  }
}
