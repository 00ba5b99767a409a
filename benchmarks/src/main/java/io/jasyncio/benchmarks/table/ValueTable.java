package io.jasyncio.benchmarks.table;

import io.jasyncio.benchmarks.Form;
import io.jasyncio.benchmarks.Row;
import java.util.Map;

/** The measurements themselves, with the bytes that were allocated. */
final class ValueTable {

  private final Map<Row, Measurements> rows;

  ValueTable(Map<Row, Measurements> rows) {
    this.rows = rows;
  }

  String markdown() {
    StringBuilder text = new StringBuilder("| measured |");
    for (Form form : Form.values()) {
      text.append(' ').append(form.title()).append(" |");
    }
    text.append("\n|---|").append("---|".repeat(Form.values().length));
    rows.forEach(
        (row, measured) -> {
          text.append("\n| ").append(row.title()).append(", ").append(row.unit()).append(" |");
          for (Form form : Form.values()) {
            text.append(' ').append(measured.has(form) ? cell(measured, form) : "").append(" |");
          }
        });
    return text.append('\n').toString();
  }

  private static String cell(Measurements measured, Form form) {
    Spread bytes = measured.bytes(form);
    return measured.values(form)
        + (bytes == null ? "" : "; " + Math.round(bytes.median() * 10) / 10.0 + " B");
  }
}
