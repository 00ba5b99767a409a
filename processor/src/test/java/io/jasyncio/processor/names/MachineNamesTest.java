package io.jasyncio.processor.names;

import static com.google.common.truth.Truth.assertThat;

import io.jasyncio.processor.names.MachineNames.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names of state machines. */
final class MachineNamesTest {

  @Test
  void name_saysClassAndMethod() {
    assertThat(names("a/b/Crawler", method("fetch", "(Ljava/net/URI;)")))
        .containsExactly("Async_Crawler_fetch");
  }

  @Test
  void nestedClass_isNamedWithThoseAroundIt() {
    assertThat(names("Outer$Inner", method("run", "()"))).containsExactly("Async_Outer_Inner_run");
  }

  @Test
  void overloads_areToldApartByTheirParameters() {
    assertThat(
            names(
                "Client",
                method("send", "()"),
                method("send", "(Ljava/lang/String;I)"),
                method("send", "([[B)"),
                method("close", "(I)")))
        .containsExactly(
            "Async_Client_send",
            "Async_Client_send_String_int",
            "Async_Client_send_byteArrayArray",
            "Async_Client_close")
        .inOrder();
  }

  @Test
  void overloadsWithTypesOfOneSimpleName_getAHash() {
    Collection<String> names =
        names("Client", method("at", "(Ljava/util/Date;)"), method("at", "(Ljava/sql/Date;)"));
    assertThat(names).containsNoDuplicates();
    names.forEach(name -> assertThat(name).matches("Async_Client_at_Date_[0-9a-f]{6}"));
  }

  @Test
  void underscore_getsAHash() {
    assertThat(names("Client", method("my_method", "()")).iterator().next())
        .matches("Async_Client_my_method_[0-9a-f]{6}");
  }

  @Test
  void namesThatDifferInCaseAlone_getAHash() {
    Collection<String> names = names("Client", method("get", "()"), method("GET", "()"));
    assertThat(names.stream().map(String::toLowerCase).toList()).containsNoDuplicates();
  }

  @Test
  void name_doesNotDependOnTheOrderOfTheMethods() {
    Method first = method("at", "(Ljava/util/Date;)");
    Method second = method("at", "(Ljava/sql/Date;)");
    assertThat(MachineNames.of("Client", List.of(first, second)))
        .isEqualTo(MachineNames.of("Client", List.of(second, first)));
  }

  private static Method method(String name, String parameters) {
    return new Method(name, parameters + "Lio/jasyncio/Coroutine;");
  }

  private static Collection<String> names(String owner, Method... methods) {
    return MachineNames.of(owner, Arrays.asList(methods)).values();
  }
}
