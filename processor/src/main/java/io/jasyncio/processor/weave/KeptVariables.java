package io.jasyncio.processor.weave;

/** Which variables a suspended body keeps. */
public enum KeptVariables {
  /** Those that may still be read. */
  LIVE,
  /** All that are in scope, for a debugger to show. */
  IN_SCOPE
}
