import {
  ArrayType,
  type ChangeSet,
  type EntityManager,
  type EntityProperty,
  type EventSubscriber,
  type FlushEventArgs,
  JsonType,
  type Platform,
} from "@mikro-orm/core";
import { ChangeKind, type ChangeLine, type ChangeScope, type FieldDiff } from "./line.js";

/** A managed noun that knows where its changes belong. */
export interface RecordedNoun {
  id: string;
  changeScope(): ChangeScope;
}

/** Who does what in a transaction; every change made in it carries this. */
export interface Act {
  actor: string;
  organisation: string | undefined;
  operation: string;
  /** Hash of the input of a creating use case. */
  request?: string | undefined;
}

/** The changes of one transaction, gathered flush by flush. */
export class Recording {
  readonly lines: ChangeLine[] = [];
  /** Set once authorisation has said on whose behalf. */
  constructor(readonly act: Act) {}
}

/** Columns that say nothing about the subject itself. */
const bookkeeping = new Set(["id", "version", "createdAt", "updatedAt"]);

const kindOf: Record<string, ChangeKind> = {
  create: ChangeKind.CREATED,
  update: ChangeKind.UPDATED,
  update_early: ChangeKind.UPDATED,
  delete: ChangeKind.DELETED,
  delete_early: ChangeKind.DELETED,
};

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === "object" && "id" in value && "changeScope" in value) {
    return value.id;
  }
  return value ?? null;
}

/** A column's value as JSON: change sets hold structures and lists as the text that Postgres takes. */
function shownValue(property: EntityProperty | undefined, platform: Platform, value: unknown) {
  const type = property?.customType;
  if (typeof value !== "string") return plain(value);
  if (type instanceof JsonType) return JSON.parse(value);
  return type instanceof ArrayType ? type.convertToJSValue(value, platform) : value;
}

function diffOf(set: ChangeSet<object>, em: EntityManager): Record<string, FieldDiff> {
  const platform = em.getPlatform();
  const created = kindOf[set.type] === ChangeKind.CREATED;
  const deleted = kindOf[set.type] === ChangeKind.DELETED;
  // A deletion's change set does not tell what there was; the unit of work does.
  const before: Record<string, unknown> | undefined = created
    ? {}
    : em.getUnitOfWork().getOriginalEntityData(set.entity);
  const after = (deleted ? {} : set.payload) as Record<string, unknown>;
  const names = Object.keys(deleted ? (before ?? {}) : after);
  const diff: Record<string, FieldDiff> = {};
  for (const name of names) {
    if (bookkeeping.has(name)) continue;
    // What the API never shows is not told by the ledger either: that it changed is enough.
    const property = set.meta.properties[name as never] as EntityProperty | undefined;
    const show = (value: unknown) =>
      property?.hidden ? "(secret)" : shownValue(property, platform, value);
    diff[name] = {
      before: created ? null : show(before?.[name]),
      after: deleted ? null : show(after[name]),
    };
  }
  return diff;
}

const recordings = new WeakMap<EntityManager, Recording>();

/** Binds a recording to the unit of work of one transaction. */
export const recordOn = (em: EntityManager, recording: Recording): void => {
  recordings.set(em, recording);
};

/** The recording of a running transaction. */
export function recordedOn(em: EntityManager): Recording {
  const recording = recordings.get(em);
  if (!recording) throw new Error("Writes go through Ledger.transact, which records them");
  return recording;
}

/**
 * Turns every change set of every flush into a change, so that no use case can forget one. A flush
 * outside a use case is refused.
 */
export class ChangeRecorder implements EventSubscriber {
  onFlush({ em, uow }: FlushEventArgs): void {
    const sets = uow.getChangeSets();
    if (sets.length === 0) return;
    const recording = recordedOn(em);
    const at = new Date().toISOString();
    for (const set of sets)
      recording.lines.push(lineOf(set as ChangeSet<object>, recording.act, at, em));
  }
}

function lineOf(set: ChangeSet<object>, act: Act, at: string, em: EntityManager): ChangeLine {
  const subject = set.entity as RecordedNoun;
  const kind = kindOf[set.type];
  if (!kind) throw new Error(`A change set of the unknown type ${set.type}`);
  return {
    at,
    actor: act.actor,
    organisation: act.organisation,
    operation: act.operation,
    entity: set.meta.className,
    entityId: subject.id,
    kind,
    diff: diffOf(set, em),
    ...subject.changeScope(),
    request: act.request,
  };
}
