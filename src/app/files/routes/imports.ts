import {
  type Checked,
  checkImport,
  checkTable,
  ImportKind,
  ImportMode,
  importTable,
  inspectTable,
  type LeftRow,
  leftAloneTexts,
  rejectedKeyOf,
} from "../../../domain/imports/index.js";
import { codeSystems } from "../../../domain/regions/index.js";
import type { Ledger } from "../../../ledger/index.js";
import { type Language, unauthenticated } from "../../../platform/errors.js";
import type { FileStore } from "../../../platform/files/index.js";
import { csvType, csvTypes, numberForms } from "../../../platform/tables/index.js";
import { inSpan } from "../../../platform/tracing/tracing.js";
import type { RequestContext } from "../../context.js";
import { nothingHere } from "../../errors/refusal.js";
import type { DownloadHandler, FileRequest, FileRoutes, UploadHandler } from "../../file-port.js";
import type { Metrics } from "../../metrics.js";
import { pathId, queryFlag, queryId, queryWord, shownFaults } from "./parameters.js";

/** `/imports/<id made by the client>` takes a table; the rows that it rejects are at an address below. */
export const importRoutes = (
  ledger: Ledger,
  files: FileStore,
  metrics: Pick<Metrics, "imports">,
): FileRoutes<RequestContext> => ({
  "/imports/:id": { PUT: upload(ledger, files, metrics) },
  "/imports/:id/rejected.csv": { GET: rejectedRows(files) },
});

/** The import that the address describes. */
function importOf(request: FileRequest) {
  const id = pathId(request);
  if (!id) throw nothingHere();
  return {
    id,
    kind: queryWord(request, "kind", Object.values(ImportKind)),
    mode: queryWord(request, "mode", Object.values(ImportMode), ImportMode.ALL),
    organisationId: queryId(request, "organisation"),
    codes: queryWord(request, "codes", codeSystems, "KEMENDAGRI"),
    numbers: request.query.has("numbers") ? queryWord(request, "numbers", numberForms) : null,
  };
}

const upload = (
  ledger: Ledger,
  files: FileStore,
  metrics: Pick<Metrics, "imports">,
): UploadHandler<RequestContext> => ({
  limit: "tableBytes",
  mediaTypes: csvTypes,
  check: async ({ viewer }, request) => {
    if (viewer.kind === "visitor") throw unauthenticated();
    return checkImport(viewer, importOf(request));
  },
  inspect: (request, content) => inspectTable(importOf(request).kind, content),
  take: ({ viewer }, request) => {
    const progress = (state: object) => request.progress({ ...state });
    const input = { ...importOf(request), file: request.file, progress };
    const { kind, mode } = input;
    const isCheck = queryFlag(request, "check");
    const told = { "rembuk.import.kind": kind, "rembuk.import.mode": mode };
    const run = async () =>
      isCheck
        ? checkedTable(request, await checkTable(ledger, files, viewer, input))
        : withReasons(await importTable(ledger, files, viewer, input), request.language);
    return inSpan(isCheck ? "import check" : "import", { attributes: told }, () =>
      metrics.imports.counted<unknown>(kind, isCheck ? "checked" : "imported", run),
    );
  },
});

/** The answer of a dry run, with its faults in the language of the request. */
const checkedTable = ({ language }: FileRequest, { faults, ...checked }: Checked) => ({
  ...withReasons(checked, language),
  faults: shownFaults(faults, language),
});

/** An answer whose rows that were left alone say the reason in words. */
const withReasons = <T extends { leftAloneRows: readonly LeftRow[] }>(
  answer: T,
  language: Language,
) => ({
  ...answer,
  leftAloneRows: answer.leftAloneRows.map(({ row, reason }) => ({
    ...{ row, reason },
    message: leftAloneTexts[reason][language],
  })),
});

const rejectedRows =
  (files: FileStore): DownloadHandler<RequestContext> =>
  async (context, request) => {
    const id = pathId(request);
    const key = id && (await rejectedKeyOf(await context.reader(), id));
    if (!key) return undefined;
    const mediaType = `${csvType}; charset=utf-8`;
    return { name: `rejected-${id}.csv`, mediaType, open: () => files.read(key) };
  };
