/** The loop of io.jasyncio over Netty's native transport. */
module io.jasyncio.netty {
  requires transitive io.jasyncio;
  requires io.netty.common;
  requires io.netty.transport;
  requires io.netty.transport.classes.epoll;
  requires io.netty.transport.unix.common;

  exports io.jasyncio.netty;
}
