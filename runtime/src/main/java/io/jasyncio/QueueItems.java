package io.jasyncio;

/** Keeps a queue's items in the order of their taking. Items may be null. */
interface QueueItems<T> {

  /** Puts an item in; one that it refuses changes nothing. */
  void add(T item);

  /** Takes the next item out; there is one. */
  T take();

  int size();
}
