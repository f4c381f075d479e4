package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.safeguard.model.progress.CancelledException;

/// Work done by several threads whose results one thread takes in the order of the questions. Only
/// so many are on their way at a time, so that a large cluster does not have to fit in memory
/// twice.
final class InOrder<T> {

  /// Takes one result.
  interface Sink<T> {
    void accept(T result) throws SQLException;
  }

  private static final int WINDOW = 8;

  private final ExecutorService threads;
  private final Sink<T> sink;
  private final Deque<Future<T>> waiting = new ArrayDeque<>();

  InOrder(ExecutorService threads, Sink<T> sink) {
    this.threads = threads;
    this.sink = sink;
  }

  void submit(Callable<T> work) throws SQLException {
    if (waiting.size() == WINDOW) {
      sink.accept(result(waiting.remove()));
    }
    waiting.add(threads.submit(work));
  }

  void finish() throws SQLException {
    while (!waiting.isEmpty()) {
      sink.accept(result(waiting.remove()));
    }
  }

  private T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
