package org.safeguard.controlplane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

  @Test
  void quotesEscapesAndContinuedLinesAreOneWordEach() {
    assertEquals(
        List.of("exec", "etcd", "--name=a b", "--x=c d", "--y=e f", "--z=\"q\""),
        ShellWords.of("exec etcd \\\n  --name='a b' --x=\"c d\" --y=e\\ f --z=\"\\\"q\\\"\""));
  }

  @Test
  void operatorsEndACommand() {
    assertEquals(
        List.of("a", "\n", "b", "2", "\n", "\n", "1", "\n", "c"), ShellWords.of("a; b 2>&1 | c"));
  }

  @Test
  void commentsAreNoWords() {
    assertEquals(
        List.of("\n", "a", "b#c", "\n"), ShellWords.of("# it's a comment\na b#c # and more\n"));
  }

  @Test
  void anOpenQuoteReachesToTheEnd() {
    assertEquals(List.of("a", "b c"), ShellWords.of("a 'b c"));
  }
}
