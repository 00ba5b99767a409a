package io.jasyncio;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NotWovenErrorTest {

  @Test
  void unwovenAwait_namesTheMethodAndTheCure() throws NoSuchMethodException {
    // By reflection, because the compiler refuses an await here.
    java.lang.reflect.Method await = Asyncio.class.getMethod("await", Awaitable.class);
    Throwable error =
        assertThrows(
                java.lang.reflect.InvocationTargetException.class,
                () -> await.invoke(null, (Object) null))
            .getCause();

    assertTrue(error instanceof NotWovenError);
    assertTrue(error.getMessage().contains("NotWovenErrorTest."), error.getMessage());
    assertTrue(error.getMessage().contains("--processor-path"), error.getMessage());
  }
}
