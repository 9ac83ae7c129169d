import { Role, scopeOf } from "../../../access/index.js";
import { badField } from "../../../platform/errors.js";
import { rowOf, sql } from "../../../reading/index.js";
import { refused, type Work } from "../../common/index.js";
import { ContributionStatus } from "../enums.js";
import { narrowedByVisibility } from "../plan-visibility.js";
import { Contribution } from "./contribution.js";
import { Funding } from "./funding.js";
import { visibleFunding } from "./money-visibility.js";

// The rules of funding links (rule 12 of the domain). They hold over all links, also over those that the
// requester does not see: then the error has no figure and names no row (ADR 0052).

/** The rupiah of the links at one end of a contribution that count, without one link. */
export interface Linked {
  sum: bigint;
  /** The contributions at their other ends that the requester sees. */
  seen: readonly string[];
  /** True if the requester sees all of them. */
  allSeen: boolean;
}

/** The links of a contribution as the one that passes on (`contribution`), or as the one passed on (`source`). */
export async function linkedAt(
  { em, viewer }: Work,
  end: "contribution" | "source",
  { id }: Contribution,
  without?: string,
): Promise<Linked> {
  const funding = rowOf(Funding);
  const other = sql.ref(end === "source" ? "contribution_id" : "source_id");
  const sum = sql<{ sum: string; seen: string[]; allSeen: boolean }>`
    select coalesce(sum(amount), 0)::text as sum, coalesce(bool_and(seen), true) as "allSeen",
      coalesce(array_agg(other order by other) filter (where seen), '{}') as seen
    from (select ${funding.column("amount")} as amount, ${funding.name}.${other} as other,
        ${visibleFunding(scopeOf(viewer), funding)} as seen
      from ${funding.source}
        join contribution ending on ending.id = ${funding.name}.${other}
      where ${funding.column(end === "source" ? "source_id" : "contribution_id")} = ${id}
        and ${funding.column("id")} is distinct from ${without ?? null}::uuid
        and ${funding.column("status")} <> 'REFUSED' and ending.status <> 'WITHDRAWN') as counting`;
  const { rows } = await sum.execute(em.getKysely());
  const { sum: total = "0", seen = [], allSeen = true } = rows[0] ?? {};
  return { sum: BigInt(total), seen, allSeen };
}

/** An end of a link, in words, and where the input names the amount. */
interface End {
  end: "contribution" | "source";
  path: string;
  without: string | undefined;
}

const nouns = {
  source: { en: "of the contribution that is passed on", id: "dari kontribusi yang diteruskan" },
  contribution: { en: "of this contribution", id: "dari kontribusi ini" },
};

/** Refuses an amount for which a contribution has no room left among its other links. */
async function checkRoom(
  work: Work,
  amount: bigint,
  at: Contribution,
  { end, path, without }: End,
) {
  const { sum, allSeen } = await linkedAt(work, end, at, without);
  const left = BigInt(at.amount ?? 0) - sum;
  if (amount <= left) return;
  const { en, id } = nouns[end];
  const shown = left > 0n ? left : 0n;
  if (allSeen) {
    throw badField(
      path,
      `must be at most ${shown}: what is left ${en}`,
      `paling banyak ${shown}: sisa ${id}`,
    );
  }
  throw badField(path, `is more than what is left ${en}`, `melebihi sisa ${id}`);
}

/** Where the input names a link: its source, and its amount. */
export interface LinkPaths {
  source: string;
  amount: string;
}

/**
 * Checks that a contribution may pass on an amount of another: both stand, both are rupiah, and both have
 * room for it. `without` is the link itself, if it exists.
 */
export async function checkLink(
  work: Work,
  {
    contribution,
    source,
    amount,
  }: { contribution: Contribution; source: Contribution; amount: string },
  paths: LinkPaths,
  without?: string,
): Promise<void> {
  if (source.status === ContributionStatus.WITHDRAWN) {
    throw badField(paths.source, "is withdrawn", "sudah ditarik");
  }
  for (const { amount: rupiah } of [source, contribution]) {
    if (typeof rupiah === "string") continue;
    const [en, id] = [
      "only rupiah can be passed on: both contributions need an amount",
      "hanya rupiah yang dapat diteruskan: kedua kontribusi perlu jumlah uang",
    ];
    throw badField(paths.source, en, id);
  }
  const given = BigInt(amount);
  if (given === 0n) throw badField(paths.amount, "must be more than 0", "harus lebih dari 0");
  await checkRoom(work, given, source, { end: "source", path: paths.amount, without });
  await checkRoom(work, given, contribution, { end: "contribution", path: paths.amount, without });
}

/** Refuses a link that would close a circle: money would then fund itself. */
export async function checkNoCircle(
  { em }: Work,
  { contribution, source }: { contribution: string; source: string },
  path: string,
): Promise<void> {
  const database = em.getKysely();
  // Two links at once could close a circle together, without a common row.
  await sql`select pg_advisory_xact_lock(hashtext('funding.circle'))`.execute(database);
  const above = sql<{ id: string }>`
    with recursive above(id) as (
      select ${source}::uuid
      union select f.source_id from funding f join above on f.contribution_id = above.id)
    select id from above where id = ${contribution}`;
  const { rows } = await above.execute(database);
  if (rows.length === 0) return;
  throw badField(
    path,
    "already has money of this contribution: a chain never leads back to itself",
    "sudah memakai dana kontribusi ini: rantai dana tidak boleh kembali ke dirinya sendiri",
  );
}

/**
 * Refuses a link to the money of an organisation that could not see it: a funder is asked, so it must be
 * able to answer. The contribution must be in the database.
 */
export async function checkFunderSees(
  { em }: Work,
  contribution: Contribution,
  source: Contribution,
  path: string,
): Promise<void> {
  const memberships = new Map([[source.organisation.id, new Set([Role.COORDINATOR])]]);
  const scope = scopeOf({ kind: "user", operator: false, memberships });
  const row = rowOf(Contribution);
  const seen = sql`select 1 from ${row.source} where ${row.column("id")} = ${contribution.id}
    and ${narrowedByVisibility(scope, row)}`;
  const { rows } = await seen.execute(em.getKysely());
  if (rows.length > 0) return;
  throw badField(
    path,
    "its organisation cannot see your contribution, so it could not answer: give it a wider visibility, or invite the organisation to the plan",
    "lembaganya tidak dapat melihat kontribusi Anda sehingga tidak dapat menjawab: perluas visibilitasnya, atau undang lembaga itu ke rencana",
  );
}

/** Refuses a withdrawal while other contributions pass the money on: theirs come first. */
export async function refusePassedOn(work: Work, contribution: Contribution): Promise<void> {
  const { sum, seen, allSeen } = await linkedAt(work, "source", contribution);
  if (allSeen && seen.length === 0) return;
  const text = {
    en: `Other contributions pass ${allSeen ? `${sum} rupiah of it` : "its money"} on: they are withdrawn first, or their links removed or refused.`,
    id: `Kontribusi lain meneruskan ${allSeen ? `${sum} rupiah darinya` : "dananya"}: tarik kontribusi itu dahulu, atau hapus atau tolak penerusannya.`,
  };
  throw refused({
    ...{ from: contribution.status, to: ContributionStatus.WITHDRAWN, reason: "PASSED_ON", text },
    ...{ path: "input.id", details: { passedOnBy: seen } },
  });
}
