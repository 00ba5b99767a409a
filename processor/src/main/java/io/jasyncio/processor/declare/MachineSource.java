package io.jasyncio.processor.declare;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jasyncio.processor.diagnostics.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Writes the source of a state-machine class: what the compiler and the IDE see until weaving gives
 * the class its final content.
 */
final class MachineSource {

  private static final ClassName EXECUTION = ClassName.get("io.jasyncio.codegen", "Execution");
  private static final ClassName NOT_WOVEN = ClassName.get("io.jasyncio", "NotWovenError");

  private final ProcessingEnvironment env;
  private final AccessibleTypes accessible;

  MachineSource(ProcessingEnvironment env) {
    this.env = env;
    this.accessible = new AccessibleTypes(env);
  }

  void write(Declaration declaration) {
    TypeSpec type = type(declaration);
    String packageName =
        env.getElementUtils().getPackageOf(declaration.type()).getQualifiedName().toString();
    try {
      JavaFile.builder(packageName, type)
          .skipJavaLangImports(true)
          .indent("  ")
          .build()
          .writeTo(env.getFiler());
    } catch (FilerException e) {
      error(declaration, "a class " + type.name() + " exists already: rename one of the two");
    } catch (IOException e) {
      error(declaration, "the state machine " + type.name() + " cannot be written: " + e);
    }
  }

  private void error(Declaration declaration, String text) {
    env.getMessager()
        .printMessage(
            javax.tools.Diagnostic.Kind.ERROR,
            Diagnostic.WEAVING_FAILED.message(text),
            declaration.method());
  }

  private TypeSpec type(Declaration declaration) {
    boolean isStatic = declaration.method().getModifiers().contains(Modifier.STATIC);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(declaration.machine())
            .addOriginatingElement(declaration.type())
            .addJavadoc(classDoc(declaration))
            .addAnnotation(suppressions())
            .addModifiers(Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(base(declaration), typeArgument(declaration)));
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc("Called by the method in place of its body.\n\n");
    if (!isStatic) {
      addField(type, constructor, "self", declaration.type().asType(), "the receiver");
    }
    for (VariableElement parameter : declaration.method().getParameters()) {
      String name = parameter.getSimpleName().toString();
      String field = !isStatic && name.equals("self") ? "self_" : name;
      addField(type, constructor, field, parameter.asType(), "the argument");
    }
    return type.addMethod(constructor.build()).addMethod(resume(declaration)).build();
  }

  private void addField(
      TypeSpec.Builder type,
      MethodSpec.Builder constructor,
      String name,
      TypeMirror declared,
      String doc) {
    TypeName typeName = accessible.erased(declared);
    type.addField(FieldSpec.builder(typeName, name).addJavadoc("$L.\n", sentence(doc)).build());
    constructor
        .addJavadoc("@param $N $L\n", name, doc)
        .addParameter(typeName, name)
        .addStatement("this.$N = $N", name, name);
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private MethodSpec resume(Declaration declaration) {
    return MethodSpec.methodBuilder("resume")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(Object.class)
        .addParameter(EXECUTION, "execution")
        .addStatement(
            "throw new $T($S, $S)",
            NOT_WOVEN,
            declaration.type().getQualifiedName(),
            declaration.method().getSimpleName())
        .build();
  }

  /** Parameters may be of raw or deprecated types; that is for the method's author to know. */
  private static AnnotationSpec suppressions() {
    AnnotationSpec.Builder suppressions = AnnotationSpec.builder(SuppressWarnings.class);
    for (String warning : List.of("rawtypes", "deprecation", "removal")) {
      suppressions.addMember("value", "$S", warning);
    }
    return suppressions.build();
  }

  private static ClassName base(Declaration declaration) {
    return ClassName.bestGuess(
        SignatureCheck.kind(declaration.method()).orElseThrow().machineBase());
  }

  /** Of the result, or of a generator's values. */
  private TypeName typeArgument(Declaration declaration) {
    DeclaredType returned = (DeclaredType) declaration.method().getReturnType();
    return returned.getTypeArguments().isEmpty()
        ? ClassName.OBJECT
        : accessible.boxedArgument(returned.getTypeArguments().get(0));
  }

  private CodeBlock classDoc(Declaration declaration) {
    String parameters =
        declaration.method().getParameters().stream()
            .map(parameter -> accessible.docName(parameter.asType()))
            .collect(Collectors.joining(", "));
    String link =
        declaration.type().getQualifiedName()
            + "#"
            + declaration.method().getSimpleName()
            + "("
            + parameters
            + ")";
    return CodeBlock.of(
        "The state machine of {@link $L}.\n\n"
            + "<p>The method makes one and returns it. Awaiting it runs the method's body, which"
            + " stands in its\nclass as written; at an await the body leaves its live variables"
            + " here.\n\n"
            + "<p>Generated by the annotation processor of jasyncio.\n",
        link);
  }
}
