/**
 * Loops over Netty's native transport, in uvloop's place: {@link io.jasyncio.netty.NettyLoop}
 * switches them on.
 */
package io.jasyncio.netty;
