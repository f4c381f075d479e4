package org.safeguard.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntConsumer;
import org.safeguard.bundle.TypeSpool;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.redaction.Profile;
import org.safeguard.redaction.Redactor;

/// Cleans the objects of one type and hands them to the bundle, one at a time.
final class TypeTarget implements ListTarget {

  private static final int SHOWN_EACH = 100;

  private final TypeSpool spool;
  private final Profile profile;
  private final IntConsumer progress;
  private Redactor redactor;
  private boolean shared;

  TypeTarget(TypeSpool spool, Profile profile, IntConsumer progress) {
    this.spool = spool;
    this.profile = profile;
    this.progress = progress;
    this.redactor = new Redactor(profile);
  }

  @Override
  public void add(ObjectNode object) {
    try {
      spool.add(redactor.clean(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the disk's fault, not the server's
    }
    if (spool.count() % SHOWN_EACH == 0) {
      progress.accept(spool.count());
    }
  }

  /// Several lists follow, none of which may start over alone.
  void share() {
    shared = true;
  }

  @Override
  public boolean restart() {
    if (!shared) {
      clear();
    }
    return !shared;
  }

  /// Forgets every object of the type.
  void clear() {
    try {
      spool.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    redactor = new Redactor(profile);
    shared = false;
  }

  int count() {
    return spool.count();
  }

  List<Redaction> redactions() {
    return redactor.report();
  }
}
