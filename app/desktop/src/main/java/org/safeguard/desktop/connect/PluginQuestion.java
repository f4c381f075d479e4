package org.safeguard.desktop.connect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import org.safeguard.capture.ExecApproval;
import org.safeguard.desktop.platform.Dialogs;

/// Asks in a window whether a log-in program may run, once for each command of a context; a yes
/// holds until the program ends. Called from the thread of a capture.
public final class PluginQuestion implements ExecApproval {

  private final Dialogs dialogs;
  private final Set<Asked> allowed = new HashSet<>();

  private record Asked(String context, List<String> command) {}

  public PluginQuestion(Dialogs dialogs) {
    this.dialogs = dialogs;
  }

  @Override
  public boolean approve(List<String> command, String contextName) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    Asked asked = new Asked(contextName, List.copyOf(command));
    Platform.runLater(() -> answer.complete(ask(asked)));
    try {
      return answer.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private boolean ask(Asked asked) {
    if (allowed.contains(asked)) {
      return true;
    }
    boolean runs = dialogs.runPlugin(asked.context, asked.command);
    if (runs) {
      allowed.add(asked);
    }
    return runs;
  }
}
