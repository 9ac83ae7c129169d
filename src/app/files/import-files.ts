import {
  ImportKind,
  ImportMode,
  ImportService,
  rejectedKeyOf,
  tableOf,
} from "../../domain/imports/index.js";
import type { Ledger } from "../../ledger/index.js";
import { badField, unauthenticated } from "../../platform/errors.js";
import type { FileStore } from "../../platform/files/index.js";
import { csvType } from "../../platform/tables/index.js";
import type { RequestContext } from "../context.js";
import type { FileRequest, FileRoutes } from "../transport/file-routes.js";
import { nothingHere } from "../transport/refusal.js";
import { idIn, idOf, oneOf } from "./asked.js";

/** What a table's address says. */
function asking(asked: FileRequest) {
  const id = idIn(asked);
  if (!id) throw nothingHere();
  return {
    id,
    kind: oneOf(asked, "kind", Object.values(ImportKind)),
    mode: oneOf(asked, "mode", Object.values(ImportMode), ImportMode.ALL),
    organisationId: idOf(asked, "organisation"),
  };
}

/** `/imports/<id made by the client>`: a table is sent there, and its wrong rows lie below. */
export function importRoutes(ledger: Ledger, files: FileStore): FileRoutes<RequestContext> {
  const imports = new ImportService(ledger, files);
  return {
    "/imports/:id": {
      PUT: {
        limit: "tableBytes",
        mediaTypes: [csvType],
        check: async ({ viewer }, asked) => {
          if (viewer.kind === "visitor") throw unauthenticated();
          imports.check(viewer, asking(asked));
        },
        take: ({ viewer }, asked) => {
          const progress = (state: object) => asked.progress({ ...state });
          return imports.importTable(viewer, { ...asking(asked), file: asked.file, progress });
        },
      },
    },
    "/imports/:id/rejected.csv": {
      GET: async (context, asked) => {
        const id = idIn(asked);
        const key = id && (await rejectedKeyOf(await context.reader(), id));
        if (!key) return undefined;
        const mediaType = `${csvType}; charset=utf-8`;
        return { name: `rejected-${id}.csv`, mediaType, open: () => files.read(key) };
      },
    },
  };
}

/** The kinds of tables by their names in addresses, as `enterprise-groups.csv`. */
const tableNames = new Map(
  Object.values(ImportKind).map((kind) => [`${kind.toLowerCase().replaceAll("_", "-")}.csv`, kind]),
);

/** What the query asks of a table: `template`, or filters, each once. */
function tableAsked({ query }: FileRequest) {
  const filters = new Map<string, string>();
  for (const [name, text] of query) {
    const shown = name.slice(0, 60);
    if (filters.has(name)) throw badField(shown, "is given twice", "diberikan dua kali");
    if (text === "" && name !== "template") throw badField(shown, "is empty", "kosong");
    filters.set(name, text);
  }
  const isTemplate = filters.delete("template");
  return { isTemplate, filters };
}

/** `/tables/<kind>.csv`: a table in the columns in which it is taken, as the requester sees it. */
export function tableRoutes(): FileRoutes<RequestContext> {
  return {
    "/tables/:name": {
      GET: async (context, asked) => {
        const { name = "" } = asked.parameters;
        const kind = tableNames.get(name);
        if (!kind) return undefined;
        const open = await tableOf(await context.reader(), { kind, ...tableAsked(asked) });
        return { name, mediaType: `${csvType}; charset=utf-8`, isMade: true, open };
      },
    },
  };
}
