import { useState } from "react";
import {
  type AssessmentActionFindingFragment,
  AssessmentActionsFoundDocument,
  AssessmentAssessActionDocument,
  AssessmentChangeActionFindingDocument,
  type Completion,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { type Outcome, useAnswer, useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { membersOf, useMemberName } from "../../../language/members.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { ChoiceField, faultAt, TextField } from "../../../parts/fields.js";
import { newId } from "../../../parts/new-id.js";
import { SearchChoice } from "../../../parts/search-choice.js";
import { useAtWork } from "../at-work.js";

const texts = {
  action: { id: "Kegiatan", en: "Action" },
  hint: { id: "Ketik sebagian namanya.", en: "Type a part of its title." },
  completion: { id: "Pelaksanaan menurut perguruan tinggi", en: "Carried out, as found" },
  note: { id: "Dasar temuan", en: "Basis of the finding" },
  add: { id: "Catat temuan atas kegiatan", en: "Record the finding on the action" },
  save: { id: "Simpan", en: "Save" },
};

/** The actions that one can choose: of the assessment's plan or its area's plans, and not assessed yet. */
function ActionField({ change }: { change: (id: string) => void }) {
  const t = useText();
  const [text, setText] = useState("");
  const { assessment } = useAtWork();
  const { plan, area, actionFindings } = assessment;
  const { data, pending } = useAnswer(AssessmentActionsFoundDocument, {
    where: {
      plan: plan ? { id: { eq: plan.id } } : { area: { id: { eq: area?.id ?? "" } } },
      not: { id: { in: actionFindings.map(({ action }) => action.id) } },
      ...(text === "" ? {} : { title: { contains: text } }),
    },
  });
  const items = (data?.actions.nodes ?? []).map(({ id, title, plan: { title: about } }) => ({
    ...{ id, name: title },
    ...(plan ? {} : { about }),
  }));
  return (
    <SearchChoice
      label={t(texts.action)}
      hint={t(texts.hint)}
      {...{ items, pending }}
      search={setText}
      change={(item) => change(item?.id ?? "")}
    />
  );
}

interface Said {
  completion: Completion;
  note: string;
}

/** How far it was carried out, on which basis, and the button that sends it. */
function SaidFields({
  first,
  send,
  running,
  disabled = false,
  run,
}: {
  first: Said;
  send: string;
  running: boolean;
  disabled?: boolean;
  run: (said: Said) => Promise<Outcome<unknown>>;
}) {
  const t = useText();
  const name = useMemberName();
  const [said, setSaid] = useState(first);
  const [fault, setFault] = useState<Fault>();
  const submit = async () => setFault((await run(said)).fault);
  return (
    <form action={() => void submit()} className="stack">
      <ChoiceField
        label={t(texts.completion)}
        value={said.completion}
        change={(completion) => setSaid({ ...said, completion: completion as Completion })}
        choices={membersOf("Completion").map((value) => ({
          value,
          label: name("Completion", value),
        }))}
        fault={faultAt(fault, "completion")}
      />
      <TextField
        label={t(texts.note)}
        rows={3}
        value={said.note}
        change={(note) => setSaid({ ...said, note })}
        fault={faultAt(fault, "note")}
      />
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className="button" disabled={running || disabled}>
          {send}
        </button>
      </div>
    </form>
  );
}

/** Records how far an action was carried out. */
export function ActionFindingForm() {
  const t = useText();
  const { assessment } = useAtWork();
  const [id] = useState(newId);
  const [actionId, setActionId] = useState("");
  const [run, running] = useChange(AssessmentAssessActionDocument);
  const record = ({ completion, note }: Said) => {
    const basis = note.trim() === "" ? {} : { note };
    return run({ input: { id, assessmentId: assessment.id, actionId, completion, ...basis } });
  };
  return (
    <div className="stack">
      <ActionField change={setActionId} />
      <SaidFields
        first={{ completion: "UNCLEAR", note: "" }}
        send={t(texts.add)}
        running={running}
        disabled={actionId === ""}
        run={record}
      />
    </div>
  );
}

/** Changes what was found of an action; the dialog closes when the hub has taken it. */
export function ChangeActionFinding({
  finding,
  close,
}: {
  finding: AssessmentActionFindingFragment;
  close: () => void;
}) {
  const t = useText();
  const { id, version: expectedVersion, completion, note } = finding;
  const [run, running] = useChange(AssessmentChangeActionFindingDocument);
  const change = async (said: Said) => {
    const input = { id, expectedVersion, completion: said.completion, note: said.note || null };
    const outcome = await run({ input });
    if (!outcome.fault) close();
    return outcome;
  };
  return (
    <SaidFields
      first={{ completion, note: note ?? "" }}
      send={t(texts.save)}
      running={running}
      run={change}
    />
  );
}
