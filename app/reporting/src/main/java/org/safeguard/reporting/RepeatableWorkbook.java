package org.safeguard.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A streamed workbook whose archive entries carry one given time, so that equal content gives
/// equal bytes.
final class RepeatableWorkbook extends SXSSFWorkbook {

  private static final int ROWS_IN_MEMORY = 64;

  private final long entryTime;

  RepeatableWorkbook(XSSFWorkbook template, Instant time) {
    super(template, ROWS_IN_MEMORY);
    // The archive holds local time; written as UTC it is the same on every machine.
    this.entryTime =
        LocalDateTime.ofInstant(time, ZoneOffset.UTC)
            .atZone(ZoneId.systemDefault())
            .toInstant()
            .toEpochMilli();
  }

  @Override
  protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
    ZipArchiveOutputStream zip = new OneTimeZip(out, entryTime);
    // LibreOffice refuses 64-bit fields that are there without need.
    zip.setUseZip64(Zip64Mode.AsNeeded);
    return zip;
  }

  private static final class OneTimeZip extends ZipArchiveOutputStream {
    private final long time;

    OneTimeZip(OutputStream out, long time) {
      super(out);
      this.time = time;
    }

    @Override
    public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
      entry.setTime(time);
      super.putArchiveEntry(entry);
    }
  }
}
