package io.jasyncio;

/** Something that waits in the ready queue for its turn: a callback, or a task's next step. */
interface Ready {

  /** Takes the turn. What it throws goes to the loop's exception handler. */
  void takeTurn();
}
