/** Runs the workloads in all forms, in rounds, and writes the tables of README.md. */
package io.jasyncio.benchmarks;
