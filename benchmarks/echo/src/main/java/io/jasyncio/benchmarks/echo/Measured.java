package io.jasyncio.benchmarks.echo;

/**
 * What one run of one server came to.
 *
 * @param requests in a second
 * @param median how long a request took, in microseconds
 * @param p99 how long all but a hundredth took at most, in microseconds
 * @param cpu what a request cost the server's process, in microseconds
 */
record Measured(double requests, double median, double p99, double cpu) {}
