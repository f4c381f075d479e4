package org.safeguard.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// A workbook template, opened: layout, styles, charts, names and validations. `risk-analysis.yaml`
/// beside the built-in template says what a template must hold.
final class Template implements AutoCloseable {

  private static final String FOLDER = "/org/safeguard/templates/";
  private static final String RISK_ANALYSIS = "risk-analysis.xlsx";

  private final XSSFWorkbook plan;
  private final RepeatableWorkbook book;

  private Template(XSSFWorkbook plan, Instant time) {
    this.plan = plan;
    this.book = new RepeatableWorkbook(plan, time);
  }

  /// @param file null for the built-in template
  /// @throws IOException when it cannot be read or lacks a name that the sheets need
  static Template open(@Nullable Path file, Instant time, List<String> names) throws IOException {
    if (file == null) {
      return builtIn(RISK_ANALYSIS, time, names);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return open(in, file.toString(), time, names);
    }
  }

  /// @param name of a template that comes with the tool
  /// @throws IOException when it is missing or lacks a name that the sheets need
  static Template builtIn(String name, Instant time, List<String> names) throws IOException {
    try (InputStream in = Template.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("the built-in template " + FOLDER + name + " is missing");
      }
      return open(in, "the built-in template", time, names);
    }
  }

  private static Template open(InputStream in, String where, Instant time, List<String> names)
      throws IOException {
    try {
      XSSFWorkbook plan = new XSSFWorkbook(in);
      for (String name : names) {
        if (plan.getName(name) == null) {
          throw new IOException(where + ": the template has no range named " + name);
        }
      }
      return new Template(plan, time);
    } catch (POIXMLException
        | OpenXML4JRuntimeException
        | UnsupportedFileFormatException
        | EmptyFileException e) {
      throw new IOException(where + ": this is not an Excel workbook (.xlsx)", e);
    }
  }

  /// The whole workbook, for sheets that are filled in place.
  XSSFWorkbook plan() {
    return plan;
  }

  /// The workbook as it is written.
  RepeatableWorkbook book() {
    return book;
  }

  /// What a defined name covers.
  AreaReference area(String name) {
    XSSFName defined = plan.getName(name);
    return new AreaReference(defined.getRefersToFormula(), SpreadsheetVersion.EXCEL2007);
  }

  /// The sheet that a defined name lies on. Sheets are found by name ranges, so a template may
  /// call them what it likes.
  XSSFSheet sheetOf(String name) {
    return plan.getSheet(area(name).getFirstCell().getSheetName());
  }

  /// The same sheet, to add rows below what the template holds.
  SXSSFSheet streamed(XSSFSheet sheet) {
    return book.getSheet(sheet.getSheetName());
  }

  /// Puts values in place of `${…}` in every cell, header and footer.
  void put(Map<String, String> values) {
    Placeholders placeholders = new Placeholders(values);
    plan.forEach(sheet -> placeholders.fill((XSSFSheet) sheet));
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
