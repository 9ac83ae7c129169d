import { Migration } from "@mikro-orm/migrations";

/**
 * The counts of rates that several nodes share, in the form of rate-limiter-flexible. They are worth
 * nothing after a minute: unlogged, they cost no write-ahead log and no flush.
 */
export class Migration20261129213000_rate_limits extends Migration {
  override name = "Migration20261129213000_rate_limits";

  override up(): void {
    this.addSql(
      "create unlogged table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)",
    );
  }
}
