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
import type { Appended } from "./append.js";
import { ChangeKind, type ChangeLine, type ChangeScope, type FieldDiff } from "./line.js";

/** An entity whose changes are recorded. */
export interface RecordedNoun {
  id: string;
  changeScope(): ChangeScope;
}

/** The actor and operation of a transaction, which all of its changes carry. */
export interface Act {
  actor: string;
  organisation: string | undefined;
  operation: string;
  /** The hash of the input, for a creating use case. */
  request?: string | undefined;
}

/** Where the lines of a long transaction wait for its end. */
export interface Staging {
  readonly isEmpty: boolean;
  /** The number of lines. */
  readonly size: number;
  /** Takes the lines that were recorded since the last call. */
  stage(): Promise<void>;
  /** Appends them, inside a transaction that goes on. */
  append(): Promise<void>;
  /** Appends them as the end of the transaction; gives the position of the last one. */
  appendAndCommit(appended?: Appended): Promise<number>;
}

/** The changes of one transaction, recorded at each flush. */
export class Recording {
  readonly lines: ChangeLine[] = [];
  staged: Staging | undefined;

  /** The use case sets the organisation of `act` after its authorisation. */
  constructor(readonly act: Act) {}
}

/** Columns that are not content of the subject. */
const bookkeeping = new Set(["id", "version", "createdAt", "updatedAt"]);
/** The same of a removal, which is all that is left of the row: it says when the row was first stored. */
const bookkeepingOfRemoval = new Set(["id", "version", "updatedAt"]);

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

/** A column's value as lines show it. No line has a value that the API never shows: it says that it changed. */
const shown = (property: EntityProperty | undefined, platform: Platform, value: unknown) =>
  property?.hidden ? "(secret)" : jsonValue(property, platform, value);

/** The line's difference of a row that is created with these values. */
export function diffOfCreation(
  properties: Readonly<Record<string, EntityProperty>>,
  platform: Platform,
  values: Readonly<Record<string, unknown>>,
): Record<string, FieldDiff> {
  const diff: Record<string, FieldDiff> = {};
  for (const [name, value] of Object.entries(values)) {
    if (bookkeeping.has(name)) continue;
    diff[name] = { before: null, after: shown(properties[name], platform, value) };
  }
  return diff;
}

/** A column's value as JSON. Change sets hold structures and lists as texts for Postgres. */
function jsonValue(property: EntityProperty | undefined, platform: Platform, value: unknown) {
  const type = property?.customType;
  if (typeof value !== "string") return plain(value);
  if (type instanceof JsonType) return JSON.parse(value);
  return type instanceof ArrayType ? type.convertToJSValue(value, platform) : value;
}

function diffOf(set: ChangeSet<object>, em: EntityManager): Record<string, FieldDiff> {
  const platform = em.getPlatform();
  const created = kindOf[set.type] === ChangeKind.CREATED;
  const deleted = kindOf[set.type] === ChangeKind.DELETED;
  // The change set of a deletion lacks the values before it; the unit of work has them.
  const before: Record<string, unknown> | undefined = created
    ? {}
    : em.getUnitOfWork().getOriginalEntityData(set.entity);
  const after = (deleted ? {} : set.payload) as Record<string, unknown>;
  const names = Object.keys(deleted ? (before ?? {}) : after);
  const diff: Record<string, FieldDiff> = {};
  for (const name of names) {
    if ((deleted ? bookkeepingOfRemoval : bookkeeping).has(name)) continue;
    // The cast: the metadata of any entity has no known property names.
    const property = set.meta.properties[name as never] as EntityProperty | undefined;
    diff[name] = {
      before: created ? null : shown(property, platform, before?.[name]),
      after: deleted ? null : shown(property, platform, after[name]),
    };
  }
  return diff;
}

/** The stored fields of a loaded entity, as lines of the ledger show them. */
export function storedFields(em: EntityManager, entity: object): Record<string, unknown> {
  const stored: Record<string, unknown> = em.getUnitOfWork().getOriginalEntityData(entity) ?? {};
  const { properties } = em.getMetadata().get(entity.constructor.name as never) as {
    properties: Record<string, EntityProperty>;
  };
  const platform = em.getPlatform();
  const shown = Object.entries(stored).map(([name, value]) => [
    name,
    jsonValue(properties[name], platform, value),
  ]);
  return Object.fromEntries(shown);
}

const recordings = new WeakMap<EntityManager, Recording>();

/** Binds a recording to the entity manager of a transaction. */
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
 * Turns every change set of every flush into a change, so that no use case can forget one. Refuses a
 * flush outside of a use case.
 */
export class ChangeRecorder implements EventSubscriber {
  /** `check` throws for a change that is filed wrongly. */
  constructor(private readonly check: (subject: RecordedNoun, line: ChangeLine) => void) {}

  onFlush({ em, uow }: FlushEventArgs): void {
    const sets = uow.getChangeSets();
    if (sets.length === 0) return;
    const recording = recordedOn(em);
    const at = new Date().toISOString();
    for (const set of sets) {
      const line = lineOf(set as ChangeSet<object>, recording.act, at, em);
      this.check(set.entity as RecordedNoun, line);
      recording.lines.push(line);
    }
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
