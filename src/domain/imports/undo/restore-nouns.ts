import type { EntityManager } from "@mikro-orm/postgresql";
import { canonicalText, type RequestLine, storedFields } from "../../../ledger/index.js";
import { type Class, nounOf } from "../../../reading/index.js";
import type { VersionedNoun, Work } from "../../common/index.js";
import { Measurement, MeasurementStatus, standingAfter } from "../../indicators/index.js";
import type { BuiltOnRows } from "./built-on.js";

/** The fields of a measurement's state, which its owner's answers change too. */
const standing = new Set(["status", "acceptedAt"]);

const populated: Readonly<Record<string, readonly string[]>> = {
  Measurement: ["indicator", "indicator.programme", "action"],
  EnterpriseGroup: ["area"],
  GroupMeasurement: ["group"],
};

/**
 * Gives corrected nouns the values that they had before, by the lines of their corrections. A field that was
 * changed since is built on.
 */
export async function restoreNouns(
  { em }: Work,
  target: Class<VersionedNoun>,
  lines: readonly RequestLine[],
  builtOn: BuiltOnRows,
): Promise<void> {
  if (lines.length === 0) return;
  const { name: entity } = nounOf(target);
  const diffs = new Map(lines.map(({ entityId, diff }) => [entityId, diff]));
  // The casts: for any class, the ORM's types know neither its key nor its references.
  const nouns: VersionedNoun[] = await em.find(
    target as never,
    { id: [...diffs.keys()] } as never,
    { populate: (populated[entity] ?? []) as never },
  );
  for (const noun of nouns) {
    if (noun instanceof Measurement && isTakenBack(noun)) continue;
    if (restore(em, noun, diffs.get(noun.id) ?? {})) continue;
    builtOn.add({ entity, id: noun.id, by: "LATER_CORRECTION" });
  }
}

/** Gives a noun the values before a correction; false if one of the fields was changed since. */
function restore(em: EntityManager, noun: VersionedNoun, correction: RequestLine["diff"]): boolean {
  const diff = Object.entries(correction);
  const stored = storedFields(em, noun);
  const isSince = ([name, { after }]: (typeof diff)[number]) =>
    canonicalText([stored[name] ?? null]) !== canonicalText([after]);
  const content = diff.filter(([name]) => !standing.has(name));
  if (content.some(isSince)) return false;
  const next = noun instanceof Measurement ? standingAfter(noun) : {};
  const state = diff.filter(([name]) => standing.has(name));
  const isAnswered = state.length === 0 || state.some(isSince);
  const fields = isAnswered ? content : diff;
  const restored = fields.map(([name, { before }]) => [name, restoredValue(name, before)]);
  em.assign(noun, Object.fromEntries(restored) as never);
  if (isAnswered) Object.assign(noun, next);
  return true;
}

const isTakenBack = ({ status }: Measurement): boolean =>
  status === MeasurementStatus.RETRACTED || status === MeasurementStatus.REFUSED;

const restoredValue = (name: string, before: unknown): unknown =>
  name === "acceptedAt" && typeof before === "string" ? new Date(before) : before;
