import { badUserInput, type Fault, HubError, notFound } from "../../platform/errors.js";
import { sql } from "../../reading/index.js";
import { fault, type Work } from "../common/index.js";
import { definitionOf, View } from "../views/index.js";
import type { ExportRequest, ListExport } from "./export.js";
import type { StartExportInput } from "./export-inputs.js";
import { exportPort } from "./export-port.js";

// What an export is to be of: a list or a view, checked before the export starts.

/** A checked request, and the list of its rows. */
export interface CheckedRequest {
  list: string;
  request: ExportRequest;
}

/** The request of an input: of its list or of its view. BAD_USER_INPUT with both, with none, or if it does not fit. */
export function requestOf(input: StartExportInput, work: Work): Promise<CheckedRequest> {
  const { list, viewKey } = input;
  const faults = misplaced(input);
  if (faults.length > 0) throw badUserInput(faults);
  if (viewKey) return requestOfView(viewKey, input, work);
  // The cast: an input without a view that has no fault has a list.
  return Promise.resolve(requestOfList(list as string, input, work));
}

const ofLists = ["where", "orderBy", "columns"] as const;

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

const onlyOf = (field: string, en: string, id: string): Fault =>
  fault(`input.${field}`, `is only for ${en}`, `hanya untuk ${id}`);

/** The faults of fields that do not go together. */
function misplaced(input: StartExportInput): Fault[] {
  const { list, viewKey, parameters } = input;
  if (!list && !viewKey) {
    const en = "name the list, or the view in viewKey";
    return [fault("input.list", en, "sebutkan daftarnya, atau tampilannya di viewKey")];
  }
  if (!viewKey) return isGiven(parameters) ? [onlyOf("parameters", "a view", "tampilan")] : [];
  const others = ofLists.filter((name) => isGiven(input[name]));
  return [
    ...(list ? [fault("input.viewKey", bothGiven.en, bothGiven.id)] : []),
    ...others.map((name) =>
      onlyOf(name, "a list: the view has its own", "daftar: tampilan punya sendiri"),
    ),
  ];
}

const bothGiven = {
  en: "name either a list or a view",
  id: "sebutkan daftar atau tampilan, jangan keduanya",
};

function requestOfList(
  list: string,
  { where, orderBy, columns }: StartExportInput,
  { viewer }: Work,
): CheckedRequest {
  const request: ListExport = {
    list,
    ...(isGiven(where) ? { where } : {}),
    ...(isGiven(orderBy) ? { orderBy } : {}),
    ...(columns ? { columns } : {}),
  };
  checked(() => exportPort().checkList(viewer, request));
  return { list, request };
}

async function requestOfView(
  key: string,
  { parameters }: StartExportInput,
  work: Work,
): Promise<CheckedRequest> {
  const path = "input.viewKey";
  const named = sql<{ id: string }>`select id from saved_view where key = ${key}`;
  const [found] = (await named.execute(work.em.getKysely())).rows;
  if (!found) throw notFound("View", path);
  const view = await work.find(View, found.id, path);
  const definition = definitionOf(view as unknown as Record<string, unknown>);
  const list = checked(() => exportPort().checkView(work.viewer, { key, definition, parameters }));
  return { list, request: { view: view.id, key, ...(isGiven(parameters) ? { parameters } : {}) } };
}

/** What the exporter says to a request; its faults lie at the input. */
function checked<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== "BAD_USER_INPUT") throw error;
    if (error.faults.length === 0) throw error;
    throw badUserInput(
      error.faults.map(({ path, message }) => ({ path: `input.${path}`, message })),
    );
  }
}
