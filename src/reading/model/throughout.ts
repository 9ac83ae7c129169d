import type { AccessScope } from "../../access/index.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { Past } from "../sql/past.js";
import type { RowRef } from "../sql/statement.js";
import { allNouns, type NounDefinition, type RowFilter, seenByAll } from "./dictionary.js";

// A row that is read as of an earlier position is shown to those who might see it then and may see it now
// (rule 7 of the domain): by the rows of then, and by those of now, each with the viewer's roles of now.

const nounOfTable = (table: string | undefined): NounDefinition | undefined =>
  allNouns().find((noun) => noun.table === table);

/**
 * A condition of a row as of then: the conditions of other rows within it are of then too, and not asked
 * of now, because the same condition of the row now asks for them.
 */
function holdsThen(scope: AccessScope, row: RowRef, past: Past, condition: RowFilter): Sql {
  past.isOfThen = true;
  try {
    return condition(scope, row);
  } finally {
    past.isOfThen = false;
  }
}

/** The past and the noun of a row whose condition must hold then and now; undefined for other rows. */
function throughout({ table, statement: { past } }: RowRef) {
  const noun = past && !past.isOfThen ? nounOfTable(table) : undefined;
  return past && noun ? { past, noun } : undefined;
}

/** The condition that the row is there now and meets a condition. */
function holdsNow(scope: AccessScope, row: RowRef, noun: NounDefinition, filter: RowFilter): Sql {
  const now = row.statement.present.row(noun.table);
  return sql`exists (select 1 from ${now.source}
    where ${now.column(noun.idColumn)} = ${row.column(noun.idColumn)} and ${filter(scope, now)})`;
}

/**
 * The condition that a row has been removed since, and that the viewer sees the change by which it was:
 * that is who saw it last. Without a rule for removed rows of its noun, nobody does.
 */
function sawRemoval(
  scope: AccessScope,
  row: RowRef,
  past: Past,
  { name, changesVisible }: NounDefinition,
): Sql {
  if (!changesVisible) return sql`false`;
  const removal = row.statement.present.row("change");
  return sql`exists (select 1 from ${removal.source}
    where ${removal.column("entity")} = ${sql.lit(name)} and ${removal.column("kind")} = 'DELETED'
      and ${removal.column("entity_id")} = ${row.column("id")}
      and ${removal.column("position")} > ${past.moment.position} and ${changesVisible(scope, removal)})`;
}

/**
 * The condition that the viewer sees a row by a filter of its noun. In a statement as of an earlier position
 * they must see it now too, by the noun's own filter. Every filter that counts or sums rows uses it.
 */
export function seenThroughout(scope: AccessScope, row: RowRef, filter: RowFilter): Sql {
  const both = throughout(row);
  if (!both) return filter(scope, row);
  const { past, noun } = both;
  const then = holdsThen(scope, row, past, filter);
  if (noun.visible === seenByAll) return then;
  const now = holdsNow(scope, row, noun, noun.visible);
  return sql`(${then} and (${now} or ${sawRemoval(scope, row, past, noun)}))`;
}

/**
 * The condition that a row is shown to those who see what it belongs to. As of an earlier position that is not
 * enough: its noun's filter must let them see it now, or its removal. Facts that read rows by themselves use it.
 */
export const shownThroughout = (scope: AccessScope, row: RowRef): Sql =>
  seenThroughout(scope, row, seenByAll);

/** The condition that a viewer has a part in a row: as of an earlier position, then and now. */
export function holdsThroughout(scope: AccessScope, row: RowRef, condition: RowFilter): Sql {
  const both = throughout(row);
  if (!both) return condition(scope, row);
  const then = holdsThen(scope, row, both.past, condition);
  return sql`(${then} and ${holdsNow(scope, row, both.noun, condition)})`;
}

const ofFilters = new Map<RowFilter, RowFilter>();

/** A noun's filter as `seenThroughout`: the same for the same filter, as nouns that share one are alike. */
export function throughoutOf(filter: RowFilter): RowFilter {
  if (filter === seenByAll) return filter;
  const known = ofFilters.get(filter);
  if (known) return known;
  const made: RowFilter = (scope, row) => seenThroughout(scope, row, filter);
  ofFilters.set(filter, made);
  return made;
}
