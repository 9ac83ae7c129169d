import type { Viewer } from "../../access/index.js";
import type { ExportedView, ExportRequest, ListExport } from "../../domain/exports/index.js";
import { camel, definitionOf, definitionParts, View } from "../../domain/views/index.js";
import { badUserInput, HubError, type Language } from "../../platform/errors.js";
import type { RequestContext } from "../context.js";
import { contentOf, type ExportForm } from "./export-formats.js";
import { counted, type ExportBounds, type Exporter, type RunningExport } from "./exporter.js";
import {
  checkGroups,
  groupsOfView,
  isOfRows,
  rowsOfView,
  type ViewRequest,
} from "./view-export.js";

/** What exports in the background read: the rows of lists, and the results of views. */
export class ExportSources {
  constructor(
    private readonly exporter: Exporter,
    private readonly openContext: (viewer: Viewer, language: Language) => RequestContext,
  ) {}

  /** Throws the refusal of a list that cannot be exported. */
  checkList(viewer: Viewer, request: ListExport): void {
    this.exporter.plan(viewer, { ...request, language: "en" });
  }

  /** Throws the refusal of a view that cannot be exported, at `viewKey` or `parameters`; gives its list. */
  checkView(viewer: Viewer, { key, definition, parameters }: ExportedView): string {
    const view: ViewRequest = { name: key, definition, parameters, language: "en" };
    fitting(() => {
      if (isOfRows(definition)) this.exporter.planDocument(viewer, rowsOfView(view));
      else checkGroups(view);
    });
    return camel(definition.dataset);
  }

  /** Begins to read what an export is of, as the viewer sees it now. */
  async open(
    viewer: Viewer,
    request: ExportRequest,
    form: Pick<ExportForm, "format" | "language">,
    bounds: ExportBounds,
  ): Promise<RunningExport> {
    const { language } = form;
    if ("list" in request) {
      return this.exporter.open(this.exporter.plan(viewer, { ...request, language }), form, bounds);
    }
    const context = this.openContext(viewer, language);
    let isOpen = false;
    try {
      const reader = await context.reader();
      const row = await reader.byId(View, request.view, definitionParts);
      if (!row) throw noLongerSeen(request.key);
      const { key: name, parameters } = request;
      const view = { name, definition: definitionOf(row), parameters, language };
      if (isOfRows(view.definition)) {
        const planned = fitting(() => this.exporter.planDocument(viewer, rowsOfView(view)));
        await context.close();
        return await this.exporter.open(planned, form, bounds);
      }
      const groups = await openGroups(context, view, form, bounds);
      isOpen = true;
      return groups;
    } finally {
      if (!isOpen) await context.close();
    }
  }
}

/** The groups of a view, from the context's snapshot; it ends with the content. */
async function openGroups(
  context: RequestContext,
  view: ViewRequest,
  form: Pick<ExportForm, "format" | "language">,
  { onRows }: ExportBounds,
): Promise<RunningExport> {
  const { columns, rows } = fitting(() => groupsOfView(context, view));
  const position = await context.position();
  const content = contentOf(counted(rows, onRows), { ...form, name: view.name, columns });
  content.once("close", () => void context.close());
  return { position, total: undefined, content };
}

/** What `read` gives of a view; what no longer fits is said of the view, at its place in it. */
function fitting<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== "BAD_USER_INPUT") throw error;
    throw badUserInput(
      error.faults.map(({ path, message: { en, id } }) => {
        if (/^parameters\b/.test(path)) return { path, message: { en, id } };
        const message = {
          en: `the view no longer fits the hub, at ${path}: ${en}`,
          id: `tampilan tidak lagi sesuai dengan hub, di ${path}: ${id}`,
        };
        return { path: "viewKey", message };
      }),
    );
  }
}

const noLongerSeen = (key: string) =>
  new HubError("NOT_FOUND", {
    en: `The view ${key} is no longer there, or who started the export may no longer see it.`,
    id: `Tampilan ${key} tidak ada lagi, atau yang memulai ekspor tidak dapat melihatnya lagi.`,
  });
