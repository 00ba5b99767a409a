/** What several packages of the runtime share and no program sees. */
package io.jasyncio.internal;
