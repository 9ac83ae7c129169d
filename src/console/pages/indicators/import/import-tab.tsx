import { useState } from "react";
import {
  IndicatorImportsDocument,
  type IndicatorImportsQuery,
} from "../../../generated/graphql.js";
import { useAnswer } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { useMemberName } from "../../../language/members.js";
import { Answered } from "../../../parts/answered.js";
import { Badge } from "../../../parts/badge.js";
import { Card } from "../../../parts/card.js";
import { DataTable } from "../../../parts/data-table.js";
import { useDownload } from "../../../parts/download.js";
import { Empty } from "../../../parts/empty.js";
import { Moment } from "../../../parts/moment.js";
import { PageButtons, usePaging } from "../../../parts/paging.js";
import { ImportForm } from "./import-form.js";
import { UndoImport } from "./undo-import.js";

const texts = {
  title: { id: "Tabel yang sudah masuk", en: "Tables that were imported" },
  none: { id: "Belum ada tabel.", en: "No tables yet." },
  at: { id: "Waktu", en: "Time" },
  organisation: { id: "Lembaga", en: "Organisation" },
  mode: { id: "Cara", en: "Mode" },
  rows: { id: "Baris", en: "Rows" },
  taken: { id: "Masuk", en: "Taken" },
  refused: { id: "Salah", en: "Wrong" },
  step: { id: "Langkah", en: "Step" },
  undone: { id: "ditarik kembali", en: "taken back" },
  download: { id: "Unduh baris yang salah", en: "Download the wrong rows" },
};

type Row = IndicatorImportsQuery["imports"]["nodes"][number];

function Wrong({ of: { refused, rejected } }: { of: Row }) {
  const t = useText();
  const download = useDownload();
  if (!rejected) return refused;
  return (
    <>
      {refused}{" "}
      <button type="button" className="button quiet" onClick={() => void download(rejected)}>
        {t(texts.download)}
      </button>
    </>
  );
}

function ImportTable({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const name = useMemberName();
  return (
    <DataTable
      caption={t(texts.title)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: "at",
          title: t(texts.at),
          value: ({ createdAt }) => createdAt,
          show: ({ createdAt, undoneAt }) => (
            <>
              <Moment at={createdAt} />{" "}
              {undoneAt ? <Badge tone="warn">{t(texts.undone)}</Badge> : null}
            </>
          ),
        },
        {
          name: "organisation",
          title: t(texts.organisation),
          value: ({ organisation }) => organisation?.name ?? "–",
        },
        { name: "mode", title: t(texts.mode), value: ({ mode }) => name("ImportMode", mode) },
        { name: "rows", title: t(texts.rows), isNumber: true, value: (row) => row.rows },
        { name: "taken", title: t(texts.taken), isNumber: true, value: ({ taken }) => taken },
        {
          name: "refused",
          title: t(texts.refused),
          isNumber: true,
          value: ({ refused }) => refused,
          show: (row) => <Wrong of={row} />,
        },
        {
          name: "undo",
          title: t(texts.step),
          value: ({ undoneAt }) => undoneAt,
          show: (row) => <UndoImport of={row} />,
        },
      ]}
    />
  );
}

/** The import of figures as a table, and what was imported before. */
export function ImportTab() {
  const t = useText();
  const paging = usePaging("imports");
  const [formNumber, setFormNumber] = useState(0);
  const answer = useAnswer(IndicatorImportsDocument, { after: paging.after });
  return (
    <div className="stack">
      <ImportForm
        key={formNumber}
        imported={answer.again}
        startAnew={() => setFormNumber((number) => number + 1)}
      />
      <Card title={t(texts.title)}>
        <Answered of={answer} subject={({ imports }) => imports}>
          {({ nodes, totalCount, pageInfo }) => (
            <>
              {nodes.length === 0 ? <Empty>{t(texts.none)}</Empty> : <ImportTable rows={nodes} />}
              <PageButtons paging={paging} total={totalCount} info={pageInfo} />
            </>
          )}
        </Answered>
      </Card>
    </div>
  );
}
