package org.safeguard.snapshot;

/// Bounds for reading a stranger's source.
///
/// @param files files of a directory, or entries of all archives together
/// @param bytes read altogether, compressed and decompressed
/// @param ratio decompressed bytes for each compressed one
/// @param ratioFloor decompressed bytes up to which no ratio is refused, since small files of
///     repeated lines compress very well
record ReadBounds(int files, long bytes, int ratio, long ratioFloor) {

  /// A real must-gather has 6,000 entries and 100 MB; a list of 15,267 pods, much alike, has a
  /// ratio of 40.
  static final ReadBounds DEFAULT = new ReadBounds(200_000, 8L << 30, 500, 16L << 20);
}
