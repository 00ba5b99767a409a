package io.jasyncio.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a Markdown page.
 *
 * @param page where it stands
 * @param line the line of its first fence, from 1
 * @param language what follows the first fence: {@code java}, {@code sh}...
 * @param note what {@code <!-- snippet: ... -->} in the line before says of it, or an empty text
 * @param lines what stands between the fences
 */
record Snippet(Path page, int line, String language, String note, List<String> lines) {

  private static final String FENCE = "```";
  private static final Pattern NOTE = Pattern.compile("<!-- snippet: (.*) -->");

  /** Reads the blocks of a page, in their order. */
  static List<Snippet> of(Path page) throws IOException {
    List<String> text = Files.readAllLines(page);
    List<Snippet> snippets = new ArrayList<>();
    int at = 0;
    while (at < text.size()) {
      String first = text.get(at).strip();
      if (!first.startsWith(FENCE)) {
        at++;
        continue;
      }
      int end = at + 1;
      while (!text.get(end).strip().equals(FENCE)) {
        end++;
      }
      snippets.add(
          new Snippet(
              page,
              at + 1,
              first.substring(FENCE.length()),
              note(at == 0 ? "" : text.get(at - 1)),
              List.copyOf(text.subList(at + 1, end))));
      at = end + 1;
    }
    return snippets;
  }

  private static String note(String lineBefore) {
    Matcher note = NOTE.matcher(lineBefore.strip());
    return note.matches() ? note.group(1) : "";
  }

  /** The place, as compilers write it. */
  String place() {
    return page.getFileName() + ":" + line;
  }
}
