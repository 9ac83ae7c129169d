/** Settings of a Postgres session, by their names. */
export type SessionSettings = Readonly<Record<string, string | number>>;

/**
 * The settings of every session, in the form of a connection string's `options`. Postgres itself gives up
 * a session whose client is silent, so that a lost connection holds no lock, above all not that of the
 * ledger's head. The hub has deadlines of its own for a server that is silent: see `BoundedClient`.
 */
export function sessionOptions(statementTimeoutMs: number, more: SessionSettings = {}): string {
  const settings: SessionSettings = {
    statement_timeout: statementTimeoutMs,
    // The end of the largest import locks the ledger's head for less, also on a busy machine.
    lock_timeout: 20_000,
    idle_in_transaction_session_timeout: 12_000,
    // A session is given up when its client is gone, also while a statement runs.
    client_connection_check_interval: 2_000,
    tcp_keepalives_idle: 5,
    tcp_keepalives_interval: 2,
    tcp_keepalives_count: 3,
    tcp_user_timeout: 10_000,
    timezone: "UTC",
    // Jepera is this near to Jepara (search, ADR 0063).
    "pg_trgm.strict_word_similarity_threshold": 0.39,
    ...more,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}
