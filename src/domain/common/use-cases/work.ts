import type { EntityManager, EntityName } from "@mikro-orm/postgresql";
import { authorise, type Permission, scopeOf, type Viewer } from "../../../access/index.js";
import type { Act, Ledger } from "../../../ledger/index.js";
import { notFound } from "../../../platform/errors.js";
import { type Class, nounOf, rowOf, sql } from "../../../reading/index.js";
import type { VersionedNoun } from "../nouns/noun.js";

/** The tools of one running use case: its transaction, its requester, its act. */
export class Work {
  private isAuthorised = false;

  constructor(
    readonly em: EntityManager,
    readonly viewer: Viewer,
    private readonly act: Act,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Allows the use case and notes on whose behalf, which the ledger then records; or throws
   * UNAUTHENTICATED or FORBIDDEN. Returns the organisation that the requester acts for.
   */
  authorise<Subject>(permission: Permission<Subject>, subject: Subject): string | undefined {
    const { organisation } = authorise(this.viewer, permission, subject);
    this.act.organisation = organisation;
    this.isAuthorised = true;
    return organisation;
  }

  /** Throws where the use case checked no permission, a programmer's error, so that nothing is written. */
  checkAuthorised(): void {
    if (this.isAuthorised) return;
    throw new Error(`${this.act.operation} checked no permission`);
  }

  /** The organisation on whose behalf it runs, once `authorise` has said so. */
  get organisation(): string | undefined {
    return this.act.organisation;
  }

  /** The noun with this id, if the requester may see it; else NOT_FOUND at `path`. */
  async find<T extends object>(
    target: Class<T>,
    id: string,
    path: string,
    populate: readonly string[] = [],
  ): Promise<T> {
    const noun = nounOf(target);
    const row = rowOf(target);
    const visible = await sql`
      select 1 from ${row.source}
      where ${row.column(noun.idColumn)} = ${id} and ${noun.visible(scopeOf(this.viewer), row)}
    `.execute(this.em.getKysely());
    if (visible.rows.length === 0) throw notFound(noun.name, path);
    const found = await this.em.findOne(target as EntityName<T>, id as never, {
      populate: populate as never,
    });
    // Somebody may have removed it between the two statements.
    if (!found) throw notFound(noun.name, path);
    return found as T;
  }

  /** The nouns with these ids, in their order; NOT_FOUND at the path of the first that is absent. */
  async findAll<T extends object>(
    target: Class<T>,
    ids: readonly string[],
    path: string,
  ): Promise<T[]> {
    const found: T[] = [];
    for (const [at, id] of ids.entries()) found.push(await this.find(target, id, `${path}.${at}`));
    return found;
  }

  /** Whether something was created with this id, of whatever noun. */
  async isUsed(id: string): Promise<boolean> {
    return (await this.ledger.creationOf(this.em, id)) !== undefined;
  }

  /**
   * Removes a noun. A second removal at the same time waits here, and then finds nothing: a DELETE of
   * no row is no error in Postgres, and the ledger would record it as another removal.
   */
  async remove(noun: VersionedNoun): Promise<void> {
    const { name, table } = nounOf(noun.constructor as Class);
    const locked = sql`select 1 from ${sql.table(table)} where id = ${noun.id} for update`;
    const { rows } = await locked.execute(this.em.getKysely());
    if (rows.length === 0) throw notFound(name, "input.id");
    this.em.remove(noun);
  }

  /** Makes a managed noun that the transaction will insert. */
  create<T extends object>(target: Class<T>, values: Record<string, unknown>): T {
    const made = this.em.create(target as EntityName<T>, values as never, { partial: true });
    this.em.persist(made);
    return made as T;
  }
}
