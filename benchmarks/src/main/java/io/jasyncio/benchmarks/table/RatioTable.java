package io.jasyncio.benchmarks.table;

import io.jasyncio.benchmarks.Form;
import io.jasyncio.benchmarks.Goal;
import io.jasyncio.benchmarks.Row;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How jasyncio stands to each peer, with the goals beside it. */
final class RatioTable {

  private static final Set<Form> PEERS =
      EnumSet.complementOf(EnumSet.of(Form.JASYNCIO, Form.HAND_WRITTEN, Form.PLAIN_JAVA));

  private final Map<Row, Measurements> rows;

  RatioTable(Map<Row, Measurements> rows) {
    this.rows = rows;
  }

  String markdown() {
    StringBuilder text = new StringBuilder("| ratio | jasyncio / hand-written |");
    PEERS.forEach(peer -> text.append(' ').append(peer.title()).append(" / jasyncio |"));
    text.append("\n|---|---|");
    PEERS.forEach(peer -> text.append("---|"));
    rows.forEach(
        (row, measured) -> {
          text.append("\n| ").append(row.title()).append(" | ");
          text.append(toHandWritten(row.goal(), measured)).append(" |");
          PEERS.forEach(
              peer -> text.append(' ').append(peer(row.goal(), measured, peer)).append(" |"));
        });
    return text.append('\n').toString();
  }

  /** Loops are compared with plain ones. */
  private static String toHandWritten(Goal goal, Measurements measured) {
    Form limit = measured.has(Form.PLAIN_JAVA) ? Form.PLAIN_JAVA : Form.HAND_WRITTEN;
    if (!measured.has(limit)) {
      return "";
    }
    Spread ratio = measured.ratio(Form.JASYNCIO, limit);
    double goalRatio = goal.atMostHandWritten();
    return ratio
        + (Double.isNaN(goalRatio) ? "" : verdict(ratio.median() <= goalRatio, "≤ ", goalRatio));
  }

  private static String peer(Goal goal, Measurements measured, Form peer) {
    if (!measured.has(peer)) {
      return "";
    }
    Spread ratio = measured.ratio(peer, Form.JASYNCIO);
    Double goalRatio = goal.atLeastFaster().get(peer);
    return ratio + (goalRatio == null ? "" : verdict(ratio.median() >= goalRatio, "≥ ", goalRatio));
  }

  private static String verdict(boolean held, String relation, double goal) {
    String text = relation + Spread.digits(goal).replaceAll("\\.?0+$", "");
    return held ? ", " + text + " held" : ", **" + text + " missed**";
  }
}
