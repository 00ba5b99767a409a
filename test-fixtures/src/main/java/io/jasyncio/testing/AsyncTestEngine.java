package io.jasyncio.testing;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/** Runs the methods that carry {@link AsyncTest}. Found by JUnit's launcher as a service. */
public final class AsyncTestEngine extends HierarchicalTestEngine<EngineExecutionContext> {

  /** Made by the launcher. */
  public AsyncTestEngine() {}

  @Override
  public String getId() {
    return "jasyncio";
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor engine = new EngineDescriptor(id, "jasyncio");
    EngineDiscoveryRequestResolver.builder()
        .addClassContainerSelectorResolver(TestClass::hasAsyncTests)
        .addSelectorResolver(context -> new AsyncTestResolver(context.getClassNameFilter()))
        .build()
        .resolve(request, engine);
    return engine;
  }

  @Override
  protected EngineExecutionContext createExecutionContext(ExecutionRequest request) {
    // Nothing has to be handed on from test to test.
    return new EngineExecutionContext() {};
  }
}
