package org.safeguard.workbench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.progress.CancelledException;

/// One piece of work on the other core while the caller does something else.
final class Alongside<T> implements AutoCloseable {

  private final ExecutorService executor;
  private final Future<T> future;

  private Alongside(ExecutorService executor, Future<T> future) {
    this.executor = executor;
    this.future = future;
  }

  static <T> Alongside<T> start(Callable<T> work) {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    return new Alongside<>(executor, executor.submit(work));
  }

  /// Waits for the result and passes on its declared failures.
  <X extends Exception, Y extends Exception> T result(Class<X> one, Class<Y> other) throws X, Y {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw failure(e.getCause(), one, other);
    }
  }

  private static <X extends Exception, Y extends Exception> RuntimeException failure(
      @Nullable Throwable cause, Class<X> one, Class<Y> other) throws X, Y {
    if (one.isInstance(cause)) {
      throw one.cast(cause);
    }
    if (other.isInstance(cause)) {
      throw other.cast(cause);
    }
    return switch (cause) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null -> new IllegalStateException("Work failed without a cause");
      case Throwable checked -> new IllegalStateException(checked);
    };
  }

  @Override
  public void close() {
    executor.shutdownNow();
    executor.close();
  }
}
