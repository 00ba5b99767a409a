/** What a user writes above a method. */
module io.jasyncio.annotations {
  exports io.jasyncio.annotations;
}
