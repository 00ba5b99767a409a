package limits;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Statements nested deeply: fifteen tries and twelve loops within one another. */
public class DeepStatements {
  @Async
  static Coroutine<String> tries(Trace t, int failAt) {
    StringBuilder text = new StringBuilder();
    try {
      text.append(await(t.later(0)));
      try {
        text.append(await(t.later(1)));
        try {
          text.append(await(t.later(2)));
          try {
            text.append(await(t.later(3)));
            try {
              text.append(await(t.later(4)));
              try {
                text.append(await(t.later(5)));
                try {
                  text.append(await(t.later(6)));
                  try {
                    text.append(await(t.later(7)));
                    try {
                      text.append(await(t.later(8)));
                      try {
                        text.append(await(t.later(9)));
                        try {
                          text.append(await(t.later(10)));
                          try {
                            text.append(await(t.later(11)));
                            try {
                              text.append(await(t.later(12)));
                              try {
                                text.append(await(t.later(13)));
                                try {
                                  text.append(await(t.later(14)));
                                  if (failAt >= 0) {
                                    await(t.fail(new IllegalStateException("at " + failAt)));
                                  }
                                } catch (IllegalStateException e) {
                                  text.append(await(t.later("c14")));
                                  if (failAt < 14) {
                                    throw e;
                                  }
                                }
                              } catch (IllegalStateException e) {
                                text.append(await(t.later("c13")));
                                if (failAt < 13) {
                                  throw e;
                                }
                              }
                            } catch (IllegalStateException e) {
                              text.append(await(t.later("c12")));
                              if (failAt < 12) {
                                throw e;
                              }
                            }
                          } catch (IllegalStateException e) {
                            text.append(await(t.later("c11")));
                            if (failAt < 11) {
                              throw e;
                            }
                          }
                        } catch (IllegalStateException e) {
                          text.append(await(t.later("c10")));
                          if (failAt < 10) {
                            throw e;
                          }
                        }
                      } catch (IllegalStateException e) {
                        text.append(await(t.later("c9")));
                        if (failAt < 9) {
                          throw e;
                        }
                      }
                    } catch (IllegalStateException e) {
                      text.append(await(t.later("c8")));
                      if (failAt < 8) {
                        throw e;
                      }
                    }
                  } catch (IllegalStateException e) {
                    text.append(await(t.later("c7")));
                    if (failAt < 7) {
                      throw e;
                    }
                  }
                } catch (IllegalStateException e) {
                  text.append(await(t.later("c6")));
                  if (failAt < 6) {
                    throw e;
                  }
                }
              } catch (IllegalStateException e) {
                text.append(await(t.later("c5")));
                if (failAt < 5) {
                  throw e;
                }
              }
            } catch (IllegalStateException e) {
              text.append(await(t.later("c4")));
              if (failAt < 4) {
                throw e;
              }
            }
          } catch (IllegalStateException e) {
            text.append(await(t.later("c3")));
            if (failAt < 3) {
              throw e;
            }
          }
        } catch (IllegalStateException e) {
          text.append(await(t.later("c2")));
          if (failAt < 2) {
            throw e;
          }
        }
      } catch (IllegalStateException e) {
        text.append(await(t.later("c1")));
        if (failAt < 1) {
          throw e;
        }
      }
    } catch (IllegalStateException e) {
      text.append(await(t.later("c0")));
      if (failAt < 0) {
        throw e;
      }
    }
    return result(text.toString());
  }

  @Async
  static Coroutine<Integer> loops(Trace t, int n) {
    int count = 0;
    l0:
    for (int i0 = 0; i0 < n; i0++) {
      l1:
      for (int i1 = 0; i1 < n; i1++) {
        l2:
        for (int i2 = 0; i2 < n; i2++) {
          l3:
          for (int i3 = 0; i3 < n; i3++) {
            l4:
            for (int i4 = 0; i4 < n; i4++) {
              l5:
              for (int i5 = 0; i5 < n; i5++) {
                l6:
                for (int i6 = 0; i6 < n; i6++) {
                  l7:
                  for (int i7 = 0; i7 < n; i7++) {
                    l8:
                    for (int i8 = 0; i8 < n; i8++) {
                      l9:
                      for (int i9 = 0; i9 < n; i9++) {
                        count += await(t.later(1));
                        if (count % 3 == 0) continue l8;
                        if (count % 4 == 0) continue l7;
                        if (count % 5 == 0) continue l6;
                        if (count % 6 == 0) continue l5;
                        if (count % 7 == 0) continue l4;
                        if (count % 8 == 0) continue l3;
                        if (count % 9 == 0) continue l2;
                        if (count % 10 == 0) continue l1;
                        if (count % 11 == 0) continue l0;
                        if (count > 40) break l0;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return result(count);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int failAt = -1; failAt < 15; failAt += 5) {
      t.log(failAt, await(tries(t, failAt)));
    }
    t.log(await(loops(t, 1)), await(loops(t, 2)));
    return result();
  }
}
