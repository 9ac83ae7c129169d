import { isRaw, type LoggingOptions, type Transaction } from "@mikro-orm/core";
import {
  type Configuration,
  NativeQueryBuilder,
  PostgreSqlConnection,
  PostgreSqlDriver,
} from "@mikro-orm/postgresql";
import { CompiledQuery, type PostgresDialect } from "kysely";
import type pg from "pg";
import { boundText } from "./bound-text.js";
import { StatementDialect } from "./statement-driver.js";

type Execute = PostgreSqlConnection["execute"];
type Result = Awaited<ReturnType<Execute>>;

/**
 * The ORM's connection. MikroORM writes values into the text of its statements, so that each is parsed and
 * planned anew; in transactions this one sends them as parameters, and the same text again is prepared.
 */
class StatementsOfOrm extends PostgreSqlConnection {
  override createKyselyDialect(overrides: pg.PoolConfig): PostgresDialect {
    let pool: pg.Pool | undefined;
    const { onPoolCreated } = overrides as { onPoolCreated?: (pool: pg.Pool) => void };
    super.createKyselyDialect({
      ...overrides,
      onPoolCreated: (made: pg.Pool) => {
        pool = made;
        onPoolCreated?.(made);
      },
    } as pg.PoolConfig);
    if (!pool) throw new Error("The ORM has made no pool");
    return new StatementDialect(pool);
  }

  // The cast: as the base class declares it, for any result that its caller expects.
  override execute = (async (
    query: Parameters<Execute>[0],
    params: Parameters<Execute>[1] = [],
    method: Parameters<Execute>[2] = "all",
    transaction?: Transaction,
    logging?: LoggingOptions,
  ): Promise<Result> => {
    const raw = query instanceof NativeQueryBuilder ? query.toRaw() : query;
    const [sql, values] = isRaw(raw) ? [raw.sql, raw.params] : [raw, params];
    const bound = transaction && boundText(this.platform, sql, values);
    if (!bound) return super.execute(query, params, method, transaction, logging);
    return this.executeQuery(
      sql,
      async () => {
        const compiled = CompiledQuery.raw(bound.sql, bound.values);
        return this.transformRawResult(await transaction.executeQuery(compiled), method);
      },
      logging,
    );
  }) as Execute;
}

/** The ORM's driver over such connections. */
export class OrmDriver extends PostgreSqlDriver {
  protected override readonly connection: StatementsOfOrm;

  constructor(config: Configuration) {
    super(config);
    this.connection = new StatementsOfOrm(config);
  }
}
