package org.safeguard.snapshot;

/// What may still be read of one source.
final class Budget {

  private final ReadBounds bounds;
  private long bytes;
  private int files;

  Budget(ReadBounds bounds) {
    this.bounds = bounds;
  }

  ReadBounds bounds() {
    return bounds;
  }

  void spend(long more) throws RefusedException {
    bytes += more;
    if (bytes > bounds.bytes()) {
      throw new RefusedException(
          "it holds more than " + (bounds.bytes() >> 20) + " MiB once decompressed",
          "Hand in a smaller part, for example some namespaces");
    }
  }

  void anotherFile() throws RefusedException {
    if (++files > bounds.files()) {
      throw new RefusedException(
          "it holds more than " + bounds.files() + " files",
          "Hand in the folder that holds the Kubernetes objects");
    }
  }

  void checkRatio(long decompressed, long compressed) throws RefusedException {
    if (decompressed > bounds.ratioFloor()
        && decompressed > bounds.ratio() * Math.max(1, compressed)) {
      throw new RefusedException(
          "it grows more than "
              + bounds.ratio()
              + "-fold when decompressed, as an archive bomb does",
          "Decompress it yourself if you trust it, and hand in the result");
    }
  }
}
