package org.safeguard.desktop.findings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.platform.Browser;
import org.safeguard.desktop.platform.ClipboardAccess;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.task.RunningTask;
import org.safeguard.desktop.task.TaskEvents;
import org.safeguard.desktop.task.TaskRunner;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.usecase.Engagement;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Support;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Verdict;

/// The evidence of one verdict: its objects as YAML, and what the rule says about it.
public final class EvidenceViewModel {

  private final EngagementSession session;
  private final TaskRunner runner;
  private final ClipboardAccess clipboard;
  private final Browser browser;
  private final Messages messages;

  private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Evidence> evidence = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<YamlPage> yaml = new ReadOnlyObjectWrapper<>(YamlPage.NONE);
  private final ReadOnlyObjectWrapper<String> notice = new ReadOnlyObjectWrapper<>("");

  private RunningTask loading = () -> {};
  private int load;

  public EvidenceViewModel(
      EngagementSession session,
      FindingsViewModel findings,
      TaskRunner runner,
      ClipboardAccess clipboard,
      Browser browser,
      Messages messages) {
    this.session = session;
    this.runner = runner;
    this.clipboard = clipboard;
    this.browser = browser;
    this.messages = messages;
    findings.selectedProperty().subscribe(this::show);
  }

  // Properties

  /// The verdict shown, null for none.
  ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /// The piece of evidence whose object is shown, null for none.
  ReadOnlyObjectProperty<@Nullable Evidence> evidenceProperty() {
    return evidence.getReadOnlyProperty();
  }

  /// The object as YAML, without lines while it is not there.
  ReadOnlyObjectProperty<YamlPage> yamlProperty() {
    return yaml.getReadOnlyProperty();
  }

  /// Why there is no YAML, empty when there is.
  ReadOnlyObjectProperty<String> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// The safeguard of a support, empty where no pack of the run holds it.
  Optional<Safeguard> safeguard(Support support) {
    return packs().stream()
        .flatMap(pack -> pack.safeguards().stream())
        .filter(safeguard -> safeguard.id().equals(support.safeguard()))
        .findFirst();
  }

  /// The citations of a safeguard that the packs of the run hold.
  List<Citation> citations(Safeguard safeguard) {
    return packs().stream()
        .flatMap(pack -> pack.citations().stream())
        .filter(citation -> safeguard.citations().contains(citation.id()))
        .toList();
  }

  // Commands

  /// Shows another piece of evidence of the same verdict.
  void choose(Evidence other) {
    if (!other.equals(evidence.get())) {
      evidence.set(other);
      load(other.object(), Optional.of(other));
    }
  }

  /// Copies lines to the clipboard.
  void copy(List<YamlLine> lines) {
    clipboard.copy(String.join("\n", lines.stream().map(YamlLine::text).toList()));
  }

  /// Shows a reference in the web browser.
  void open(URI reference) {
    browser.open(reference);
  }

  private void show(@Nullable FindingRow row) {
    loading.cancel();
    load++;
    yaml.set(YamlPage.NONE);
    notice.set("");
    if (row == null) {
      evidence.set(null);
      verdict.set(null);
      return;
    }
    Optional<Evidence> first = row.verdict().evidence().stream().findFirst();
    verdict.set(row.verdict());
    evidence.set(first.orElse(null));
    load(first.map(Evidence::object).orElse(row.verdict().subject().object()), first);
  }

  private void load(ObjectReference object, Optional<Evidence> marked) {
    loading.cancel();
    Engagement engagement = session.engagementProperty().get();
    if (engagement == null) {
      return;
    }
    loading =
        runner.start(
            progress -> {
              progress.checkCancelled();
              return engagement.object(object).map(found -> YamlPage.of(found, marked));
            },
            new Loaded(object, ++load));
  }

  private List<Pack> packs() {
    Assessment assessment = session.assessmentProperty().get();
    return assessment == null ? List.of() : assessment.packs();
  }

  private final class Loaded implements TaskEvents<Optional<YamlPage>> {
    private final ObjectReference object;
    private final int number;

    Loaded(ObjectReference object, int number) {
      this.object = object;
      this.number = number;
    }

    @Override
    public void succeeded(Optional<YamlPage> page) {
      if (number != load) {
        return; // another object was asked for meanwhile
      }
      notice.set(page.isPresent() ? "" : messages.text("evidence.no-object", object));
      yaml.set(page.orElse(YamlPage.NONE));
    }

    @Override
    public void failed(Failure failure) {
      if (number == load) {
        notice.set(failure.what());
      }
    }
  }
}
