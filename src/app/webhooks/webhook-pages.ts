import { createSourceEventStream, type GraphQLSchema, isInputType, parse } from "graphql";
import { Role, sharedScope, sharedViewer, type Viewer } from "../../access/index.js";
import { Change } from "../../domain/changes/index.js";
import { viewLimits, viewSchema } from "../../domain/views/index.js";
import type { Receiver } from "../../domain/webhooks/index.js";
import type { ChangeOutline } from "../../ledger/index.js";
import {
  ChangeSource,
  type Frame,
  PageReader,
  type Payload,
  type RecentChanges,
  type Section,
  type Wanted,
} from "../../live/index.js";
import { badUserInput } from "../../platform/errors.js";
import { type Database, type ReadSession, rowOf, sql } from "../../reading/index.js";
import type { RequestContext } from "../context.js";
import type { ReadBounds } from "../limits/index.js";

/** The subscription whose frames are delivered: each delivery has its `changes` as `data`. */
export const deliveredDocument = `subscription ($where: ChangeFilter) {
  changes(where: $where) {
    position
    at
    operation
    entity
    entityId
    kind
    user { id }
    organisation { id }
    programme { id }
    plan { id }
    deliberation { id }
    area { id }
    fields { name before after }
    hash
  }
}`;

/** The most bytes of a delivery's data; a larger change is delivered without its fields. */
const mostDataBytes = 1_048_576;

/** What pages of webhooks are read with. */
export interface PageServices {
  schema: GraphQLSchema;
  database: Database;
  bounds: ReadBounds;
  recent: RecentChanges;
  openContext(viewer: Viewer): RequestContext;
}

/** The requester that a webhook reads as: an API key of its organisation with READ. */
export const viewerOfWebhook = (organisation: string): Viewer => ({
  kind: "key",
  operator: false,
  memberships: new Map([[organisation, new Set([Role.VIEWER])]]),
});

/** What the subscription follows with a filter; throws the refusal of one that it does not take. */
async function followedBy({ schema, openContext }: PageServices, viewer: Viewer, where: unknown) {
  const contextValue = openContext(viewer);
  const args = { schema, document, variableValues: { where: where ?? null }, contextValue };
  const source = await createSourceEventStream(args);
  if (!(source instanceof ChangeSource)) {
    const [error] = "errors" in source ? (source.errors ?? []) : [];
    throw error?.originalError ?? error ?? new Error("A webhook's filter cannot be followed");
  }
  return { args, contextValue, following: source.following };
}

const document = parse(deliveredDocument);

/** Throws the refusal of a filter that the subscription does not take. */
export async function checkFollowed(services: PageServices, where: unknown): Promise<void> {
  const { schema, faultsIn } = viewSchema();
  const type = schema.getType("ChangeFilter");
  const faults = isInputType(type) ? faultsIn(where, type, "where") : [];
  if (faults.length > 0) throw badUserInput(faults);
  const [tooMuch] = viewLimits()?.(deliveredDocument, { where }) ?? [];
  if (tooMuch) throw tooMuch;
  const viewer = viewerOfWebhook(nobody);
  const { following, contextValue } = await followedBy(services, viewer, where);
  following.condition(sharedScope(viewer), rowOf(Change));
  await contextValue.close();
}

const nobody = "00000000-0000-4000-8000-000000000000";

/** The changes of one webhook, page by page, as the subscription `changes` of its organisation shows them. */
export class WebhookPages {
  private constructor(
    private readonly services: PageServices,
    private readonly organisation: string,
    private readonly reader: PageReader,
    private readonly wanted: Wanted,
  ) {}

  static async of(
    services: PageServices,
    { organisation, where }: Receiver,
  ): Promise<WebhookPages> {
    const viewer = viewerOfWebhook(organisation);
    const { args, contextValue, following } = await followedBy(services, viewer, where);
    const scope = sharedScope(viewer);
    const reader = new PageReader(Change, services.recent, {
      scope,
      args,
      answerBytes: mostDataBytes,
      event: following.event,
      contextAt: (session, seen) => contextValue.over(session, sharedViewer(viewer), { seen }),
    });
    const condition = following.condition(scope, reader.change);
    const concerns = (change: ChangeOutline) => following.match(change) !== false;
    return new WebhookPages(services, organisation, reader, { condition, concerns });
  }

  /** True if a change after a position may be one of its own. */
  mayConcern(after: number, head: number): Promise<boolean> {
    return this.services.recent.mayConcern(this.wanted.concerns, after, head);
  }

  /** The next of its changes after a position; CURSOR_EXPIRED where the ledger no longer holds them. */
  read(after: number): Promise<Section> {
    return this.after(after, this.wanted);
  }

  /**
   * The change at a position as the organisation sees it now, whatever the filter; undefined if hidden.
   * CURSOR_EXPIRED where the ledger no longer holds it.
   */
  async readOne(position: number): Promise<Frame | undefined> {
    const condition = sql`${this.reader.change.column("position")} = ${position}`;
    const concerns = (change: ChangeOutline) => change.position === position;
    const section = await this.after(position - 1, { condition, concerns });
    return section.frames[0];
  }

  private after(position: number, wanted: Wanted): Promise<Section> {
    return this.within((session) => this.reader.read(session, position, wanted));
  }

  private async within<T>(read: (session: ReadSession) => Promise<T>): Promise<T> {
    const { bounds, database, organisation } = {
      ...this.services,
      organisation: this.organisation,
    };
    const client = { key: `webhooks of ${organisation}`, isVisitor: false };
    const session = await bounds.openLive(database, client);
    try {
      return await read(session);
    } finally {
      await session.close();
    }
  }
}

/** The body of a delivery, as Standard Webhooks has it: type, timestamp and data. */
export function bodyOf({ change, payload }: Frame): string {
  const data = dataOf(payload) ?? withoutFields(change);
  const type = `${change.entity}.${change.kind.toLowerCase()}`;
  return JSON.stringify({ type, timestamp: data.at ?? null, data });
}

interface Shown {
  at?: string;
  fields?: unknown;
}

function dataOf(payload: Payload): Shown | undefined {
  if (!Buffer.isBuffer(payload)) return undefined;
  const { data } = JSON.parse(payload.toString()) as { data: { changes: Shown | null } };
  return data.changes ?? undefined;
}

/** A change whose fields are too large, or cannot be shown: the receiver reads it by its position. */
const withoutFields = ({ position, operation, entity, entityId, kind }: ChangeOutline): Shown => ({
  ...{ position, operation, entity, entityId, kind },
  fields: null,
});
