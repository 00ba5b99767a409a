package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.annotations.ToThread;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database through JDBC, which blocks. {@code @ToThread} writes {@code
 * JdbcAccounts_AccountsAsync}, which has the same methods as coroutines: they run on one thread, as
 * a connection wants it, one after the other, while the loop goes on.
 *
 * <p>Python's pool of one worker for a synchronous database driver.
 */
public final class JdbcAccounts {

  private JdbcAccounts() {}

  /** Plain blocking code that knows nothing of coroutines. */
  @ToThread(maxWorkers = 1, threadNamePrefix = "db")
  static class Accounts {
    private final Connection connection;

    Accounts(Connection connection) {
      this.connection = connection;
    }

    void open(String owner, long balance) throws SQLException {
      update("insert into accounts values (?, ?)", owner, balance);
    }

    void transfer(String from, String to, long amount) throws SQLException {
      connection.setAutoCommit(false);
      update("update accounts set balance = balance - ? where owner = ?", amount, from);
      update("update accounts set balance = balance + ? where owner = ?", amount, to);
      connection.commit();
    }

    long balance(String owner) throws SQLException {
      try (var query =
          connection.prepareStatement("select balance from accounts where owner = ?")) {
        query.setString(1, owner);
        try (ResultSet rows = query.executeQuery()) {
          if (!rows.next()) {
            throw new SQLException(owner + " has no account");
          }
          return rows.getLong(1);
        }
      }
    }

    String thread() {
      return Thread.currentThread().getName();
    }

    private void update(String sql, Object... values) throws SQLException {
      try (var update = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          update.setObject(i + 1, values[i]);
        }
        update.executeUpdate();
      }
    }
  }

  @Async
  static Coroutine<Void> main(JdbcAccounts_AccountsAsync accounts) throws SQLException {
    await(gather(accounts.open("Ada", 100), accounts.open("Bo", 20)));
    await(gather(accounts.transfer("Ada", "Bo", 30), accounts.transfer("Bo", "Ada", 5)));
    System.out.println("Ada has " + await(accounts.balance("Ada")));
    System.out.println("Bo has " + await(accounts.balance("Bo")));
    try {
      await(accounts.balance("Cy"));
    } catch (SQLException e) {
      System.out.println(e.getMessage());
    }
    System.out.println("on thread " + await(accounts.thread()));
    return result();
  }

  /** Runs the example on a database in memory. */
  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("create table accounts (owner varchar primary key, balance bigint)");
      var accounts = new JdbcAccounts_AccountsAsync(new Accounts(connection));
      run(() -> main(accounts));
    }
  }
}
