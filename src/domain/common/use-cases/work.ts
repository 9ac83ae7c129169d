import type {
  EntityManager,
  EntityName,
  FilterQuery,
  RequiredEntityData,
} from "@mikro-orm/postgresql";
import { authorise, type Permission, scopeOf, type Viewer } from "../../../access/index.js";
import type { Act, Ledger } from "../../../ledger/index.js";
import { sendAhead } from "../../../platform/database/index.js";
import { notFound } from "../../../platform/errors.js";
import {
  type Class,
  idType,
  isAmong,
  nounOf,
  rowOf,
  type Sql,
  sql,
} from "../../../reading/index.js";
import type { VersionedNoun } from "../nouns/noun.js";
import { actorOf } from "./actor.js";
import { found } from "./found.js";
import type { Call } from "./use-case.js";

/** The tools of one running use case: its transaction, its requester, its act. */
export class Work {
  private isAuthorised = false;

  private constructor(
    readonly em: EntityManager,
    readonly viewer: Viewer,
    private readonly act: Act,
    private readonly ledger: Ledger,
  ) {}

  /** Begins the work of a call in its transaction, with the rights that the requester has as of now. */
  static async begin(
    { viewer, ledger }: Pick<Call, "viewer" | "ledger">,
    em: EntityManager,
    act: Act,
  ): Promise<Work> {
    const now = (await viewer.asOfNow?.(em.getKysely())) ?? viewer;
    act.actor = actorOf(now);
    return new Work(em, now, act, ledger);
  }

  /**
   * Checks the policy and records the organisation on whose behalf the use case runs, for the
   * ledger. Returns that organisation. Throws UNAUTHENTICATED or FORBIDDEN.
   */
  authorise<Subject>(permission: Permission<Subject>, subject: Subject): string | undefined {
    const { organisation } = authorise(this.viewer, permission, subject);
    this.act.organisation = organisation;
    this.isAuthorised = true;
    return organisation;
  }

  /** Throws, and so rolls back, if the use case never checked a policy: a programmer's error. */
  checkAuthorised(): void {
    if (this.isAuthorised) return;
    throw new Error(`${this.act.operation} checked no policy`);
  }

  /** The organisation on whose behalf it runs, after `authorise`. */
  get organisation(): string | undefined {
    return this.act.organisation;
  }

  /** The noun with this id, if the requester can see it; else NOT_FOUND at `path`. */
  async find<T extends object>(
    target: Class<T>,
    id: string,
    path: string,
    populate: readonly string[] = [],
  ): Promise<T> {
    const { em, viewer } = this;
    const together = await found(em, target, populate, { viewer, id });
    if (together) return together;
    if (together === null) throw notFound(nounOf(target).name, path);
    return this.findByParts(target, id, path, populate);
  }

  /** The same of a noun with what has many rows, in statements of the ORM's own. */
  private async findByParts<T extends object>(
    target: Class<T>,
    id: string,
    path: string,
    populate: readonly string[],
  ): Promise<T> {
    const noun = nounOf(target);
    const row = rowOf(target);
    const visible = await sql`
      select 1 from ${row.source}
      where ${row.column(noun.idColumn)} = ${id} and ${noun.visible(scopeOf(this.viewer), row)}
    `.execute(this.em.getKysely());
    if (visible.rows.length === 0) throw notFound(noun.name, path);
    // The casts: for any class T, the ORM's types know neither its key nor its references.
    const found = await this.em.findOne(target as EntityName<T>, id as FilterQuery<NoInfer<T>>, {
      populate: populate as never,
    });
    // Another transaction may have removed it between the two statements.
    if (!found) throw notFound(noun.name, path);
    return found as T;
  }

  /** The nouns with these ids, in their order; NOT_FOUND at the path of the first that is absent. */
  async findAll<T extends object>(
    target: Class<T>,
    ids: readonly string[],
    path: string | ((at: number) => string),
    populate: readonly string[] = [],
  ): Promise<T[]> {
    const { name, idColumn, visible } = nounOf(target);
    const row = rowOf(target);
    const id = row.column(idColumn);
    const seen = await sql<{ id: string }>`
      select ${id} as id from ${row.source}
      where ${isAmong(id, ids, idType(nounOf(target)))} and ${visible(scopeOf(this.viewer), row)}
    `.execute(this.em.getKysely());
    // The casts: as in `find`.
    const found = await this.em.find(
      target as EntityName<T>,
      seen.rows.map((one) => one.id) as FilterQuery<NoInfer<T>>,
      { populate: populate as never },
    );
    const byId = new Map(found.map((noun) => [String((noun as { id?: unknown }).id), noun as T]));
    return ids.map((one, at) => {
      const noun = byId.get(one.toLowerCase());
      if (noun) return noun;
      throw notFound(name, typeof path === "string" ? `${path}.${at}` : path(at));
    });
  }

  /**
   * Takes a lock, by a statement that is sent together with the next one: what is read from then on is read
   * under it. The next one fails with its error.
   */
  async lock(statement: Sql): Promise<void> {
    await sendAhead(this.em.getKysely(), statement);
  }

  /** True when something exists or existed with this id, of any noun. */
  async isUsed(id: string): Promise<boolean> {
    return (await this.ledger.creationOf(this.em, id)) !== undefined;
  }

  /**
   * Removes a noun. A second removal at the same time waits here and then finds nothing: in
   * Postgres a DELETE of no row is no error, and the ledger would record another removal.
   */
  async remove(noun: VersionedNoun): Promise<void> {
    const { name, table } = nounOf(noun.constructor as Class);
    const locked = sql`select 1 from ${sql.table(table)} where id = ${noun.id} for update`;
    const { rows } = await locked.execute(this.em.getKysely());
    if (rows.length === 0) throw notFound(name, "input.id");
    this.em.remove(noun);
  }

  /** Creates a managed noun that the transaction will insert. */
  create<T extends object>(target: Class<T>, values: Record<string, unknown>): T {
    // The cast: the values of any class T are checked by the database.
    const made = this.em.create(target as EntityName<T>, values as RequiredEntityData<T>, {
      partial: true,
    });
    this.em.persist(made);
    return made as T;
  }
}
