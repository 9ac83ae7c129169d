import type { EntityManager, EntityName } from "@mikro-orm/postgresql";
import { authorise, type Permission, scopeOf, type Viewer } from "../../access/index.js";
import type { Act } from "../../ledger/index.js";
import { notFound } from "../../platform/errors.js";
import { type Class, nounOf, sql } from "../../reading/index.js";

/** The tools of one running use case: its transaction, its asker, its act. */
export class Work {
  constructor(
    readonly em: EntityManager,
    readonly viewer: Viewer,
    private readonly act: Act,
  ) {}

  /**
   * Lets the use case go on and notes on whose behalf, which the ledger then tells; or throws
   * UNAUTHENTICATED or FORBIDDEN. Returns the organisation that the asker acts for.
   */
  authorise<Subject>(permission: Permission<Subject>, subject: Subject): string | undefined {
    const { organisation } = authorise(this.viewer, permission, subject);
    this.act.organisation = organisation;
    return organisation;
  }

  /** The noun with this id, if the asker may see it; else NOT_FOUND at `path`. */
  async find<T extends object>(
    target: Class<T>,
    id: string,
    path: string,
    populate: readonly string[] = [],
  ): Promise<T> {
    const noun = nounOf(target);
    const visible = await sql`
      select 1 from ${sql.table(noun.table)} as "t"
      where ${sql.ref(`t.${noun.idColumn}`)} = ${id} and ${noun.visible(scopeOf(this.viewer), "t")}
    `.execute(this.em.getKysely());
    if (visible.rows.length === 0) throw notFound(noun.name, path);
    return this.em.findOneOrFail(target as EntityName<T>, id as never, {
      populate: populate as never,
    }) as Promise<T>;
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

  /** Makes a managed noun that the transaction will insert. */
  create<T extends object>(target: Class<T>, values: Record<string, unknown>): T {
    const made = this.em.create(target as EntityName<T>, values as never, { partial: true });
    this.em.persist(made);
    return made as T;
  }
}
