import {
  type EntityName,
  isRaw,
  type LoggingOptions,
  type QueryResult,
  type Transaction,
} from "@mikro-orm/core";
import {
  type Configuration,
  type EntityManager,
  NativeQueryBuilder,
  PostgreSqlConnection,
  PostgreSqlDriver,
} from "@mikro-orm/postgresql";
import { CompiledQuery, type QueryResult as KyselyResult, type PostgresDialect } from "kysely";
import type pg from "pg";
import { type BoundText, boundText } from "./bound-text.js";
import { insertOf, type RowValues, updateOf } from "./row-writes.js";
import { StatementDialect, sendAhead } from "./statement-driver.js";

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

/** The transactions whose last flush is under way. */
const lastFlushes = new WeakSet<Transaction>();

/**
 * Flushes the last time in a transaction: nobody reads what Postgres fills of new rows, and a statement follows,
 * with which they are sent.
 */
export async function flushLast(em: EntityManager): Promise<void> {
  const transaction = em.getTransactionContext();
  if (transaction) lastFlushes.add(transaction);
  try {
    await em.flush();
  } finally {
    if (transaction) lastFlushes.delete(transaction);
  }
}

type Insert = PostgreSqlDriver["nativeInsertMany"];
type Update = PostgreSqlDriver["nativeUpdate"];

/** The ORM's driver over such connections, which writes a single row by a statement that is made once. */
export class OrmDriver extends PostgreSqlDriver {
  protected override readonly connection: StatementsOfOrm;

  // The casts: as the base class declares them, for any entity.
  override nativeInsertMany = (async (...given: Parameters<Insert>) => {
    const [name, [row, ...others], options, transform] = given;
    const isOne = row && others.length === 0 && !transform && options?.convertCustomTypes === false;
    const insert = isOne && insertOf(this.metaOf(name), row as RowValues, this.platform);
    if (!insert || !options?.ctx) return super.nativeInsertMany(...given);
    if (lastFlushes.has(options.ctx)) return this.writeAhead(options.ctx, insert);
    const { row: made = {}, rows = [], ...result } = await this.write(options.ctx, insert);
    return { ...result, row: made, rows };
  }) as Insert;

  override nativeUpdate = (async (...given: Parameters<Update>) => {
    const [name, where, row, options] = given;
    const isOne =
      options?.convertCustomTypes === false && !options.upsert && !options.unionWhere?.length;
    const update =
      isOne && updateOf(this.metaOf(name), where as RowValues, row as RowValues, this.platform);
    if (!update || !options?.ctx) return super.nativeUpdate(...given);
    return this.write(options.ctx, update);
  }) as Update;

  constructor(config: Configuration) {
    super(config);
    this.connection = new StatementsOfOrm(config);
  }

  // The cast: the metadata of any entity has no known property names.
  private readonly metaOf = (name: unknown) => this.metadata.get(name as EntityName<object>);

  /** Writes a row together with the next statement, which fails where this fails; gives nothing of the row. */
  private async writeAhead(
    transaction: Transaction,
    { sql, values }: BoundText,
  ): Promise<QueryResult> {
    const errorOf = (error: Error) => this.convertException(error);
    await sendAhead(transaction, CompiledQuery.raw(sql, values), errorOf);
    return { affectedRows: 1, insertId: 0, row: {}, rows: [{}] };
  }

  private async write(transaction: Transaction, { sql, values }: BoundText): Promise<QueryResult> {
    const compiled = CompiledQuery.raw(sql, values);
    const { rows, numAffectedRows } = await this.rethrow<KyselyResult<object>>(
      transaction.executeQuery(compiled),
    );
    return {
      affectedRows: Number(numAffectedRows ?? rows.length),
      insertId: 0,
      row: rows[0],
      rows,
    };
  }
}
