package io.jasyncio.testing;

import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.hierarchical.Node.SkipResult;

/** Reads Jupiter's annotations about a test, as Jupiter does. */
final class Annotations {

  private Annotations() {}

  static String display(AnnotatedElement test, String otherwise) {
    return AnnotationSupport.findAnnotation(test, DisplayName.class)
        .map(DisplayName::value)
        .orElse(otherwise);
  }

  static Set<TestTag> tags(AnnotatedElement test) {
    Set<TestTag> tags = new LinkedHashSet<>();
    for (Tag tag : AnnotationSupport.findRepeatableAnnotations(test, Tag.class)) {
      tags.add(TestTag.create(tag.value().strip()));
    }
    return tags;
  }

  static SkipResult disabled(AnnotatedElement test) {
    return AnnotationSupport.findAnnotation(test, Disabled.class)
        .map(
            disabled ->
                SkipResult.skip(
                    disabled.value().isEmpty() ? test + " is @Disabled" : disabled.value()))
        .orElseGet(SkipResult::doNotSkip);
  }
}
