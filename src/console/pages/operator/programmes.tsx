import { Link } from "@tanstack/react-router";
import {
  type OperatorProgrammeFragment,
  OperatorProgrammesDocument,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { Day } from "../../parts/moment.js";
import { EditProgramme } from "./edit-programme.js";
import { NewProgramme } from "./new-programme.js";

const texts = {
  programmes: { id: "Program", en: "Programmes" },
  newProgramme: { id: "Buat program", en: "Create a programme" },
  name: { id: "Nama", en: "Name" },
  owner: { id: "Pemilik", en: "Owner" },
  time: { id: "Waktu", en: "Time" },
  actions: { id: "Tindakan", en: "What to do" },
  none: { id: "Belum ada program.", en: "No programmes yet." },
};

type Programme = OperatorProgrammeFragment;

function Period({ programme: { startsOn, endsOn } }: { programme: Programme }) {
  return (
    <>
      <Day on={startsOn} /> – {endsOn ? <Day on={endsOn} /> : "…"}
    </>
  );
}

function List({ rows }: { rows: Programme[] }) {
  const t = useText();
  if (rows.length === 0) return <Empty>{t(texts.none)}</Empty>;
  return (
    <DataTable<Programme>
      caption={t(texts.programmes)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          ...{ name: "name", title: t(texts.name), value: ({ title }) => title },
          show: ({ id, title }) => (
            <Link to="/node/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        {
          ...{ name: "owner", title: t(texts.owner), value: ({ owner }) => owner.name },
          show: ({ owner }) => (
            <Link to="/organisation/$key" params={{ key: owner.key }}>
              {owner.name}
            </Link>
          ),
        },
        {
          ...{ name: "time", title: t(texts.time), value: ({ startsOn }) => startsOn },
          show: (programme) => <Period programme={programme} />,
        },
        {
          ...{ name: "actions", title: t(texts.actions), value: () => null },
          show: (programme) => <EditProgramme programme={programme} />,
        },
      ]}
    />
  );
}

/** The programmes of the hub, of which the operator makes new ones and changes those that are there. */
export function Programmes() {
  const t = useText();
  const answer = useAnswer(OperatorProgrammesDocument, {});
  return (
    <div className="stack">
      <Card title={t(texts.programmes)}>
        <Answered of={answer} subject={(data) => data.programmes}>
          {({ nodes }) => <List rows={nodes} />}
        </Answered>
      </Card>
      <Card title={t(texts.newProgramme)}>
        <NewProgramme done={answer.again} />
      </Card>
    </div>
  );
}
