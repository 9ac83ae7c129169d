import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  type ViewAudience,
  type ViewPagePartsFragment,
  ViewPagePlansDocument,
  ViewPageRemoveDocument,
  ViewPageSaveDocument,
  ViewPageShareDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { ConfirmForm } from "../../parts/confirm-form.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, faultAt } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { useVersioned } from "../../parts/use-versioned.js";
import { contentOf } from "./builder/content.js";

const texts = {
  share: { id: "Bagikan", en: "Share" },
  audience: { id: "Siapa yang melihatnya", en: "Who sees it" },
  plan: { id: "Rencana aksi", en: "Action plan" },
  about: {
    id: "Yang dibagikan adalah pertanyaannya: setiap orang melihat hasil menurut haknya sendiri.",
    en: "What is shared is the question: everybody sees the result of their own rights.",
  },
  copy: { id: "Simpan salinan", en: "Save a copy" },
  copyOf: { id: "Salinan dari {title}", en: "Copy of {title}" },
  remove: { id: "Hapus", en: "Remove" },
  sure: {
    id: "Tampilan ini akan dihapus untuk semua yang melihatnya. Riwayatnya tetap ada.",
    en: "This view will be removed for all who see it. Its history stays.",
  },
};

type View = ViewPagePartsFragment;

/** The plans with whose participants a view can be shared. */
function PlanChoice({
  value,
  change,
  fault,
}: {
  value: string;
  change: (value: string) => void;
  fault: string | undefined;
}) {
  const t = useText();
  const { data } = useAnswer(ViewPagePlansDocument, {});
  const plans = data?.actionPlans.nodes ?? [];
  const choices = [{ id: "", title: "–" }, ...plans];
  return (
    <ChoiceField
      label={t(texts.plan)}
      value={value}
      change={change}
      fault={fault}
      choices={choices.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}

function ShareForm({ view, close }: { view: View; close: () => void }) {
  const t = useText();
  const name = useMemberName();
  const [share, sharing] = useChange(ViewPageShareDocument);
  const [audience, setAudience] = useState<ViewAudience>(view.audience);
  const [planId, setPlan] = useState(view.plan?.id ?? "");
  const [fault, setFault] = useState<Fault>();
  const { send, clash } = useVersioned({
    ...{ id: view.id, title: view.title, version: view.version, setFault, done: close },
    rows: (current) => [
      {
        ...{ name: t(texts.audience), mine: name("ViewAudience", audience) },
        theirs: name("ViewAudience", String(current.audience)),
      },
    ],
    run: (expectedVersion) => {
      const plan = audience === "PARTICIPANTS" && planId ? { planId } : {};
      return share({ input: { id: view.id, expectedVersion, audience, ...plan } });
    },
  });
  const choices = membersOf("ViewAudience").map((member) => ({
    value: member,
    label: name("ViewAudience", member),
  }));
  return (
    <div className="stack">
      <p className="soft">{t(texts.about)}</p>
      <ChoiceField
        label={t(texts.audience)}
        value={audience}
        change={(value) => setAudience(value as ViewAudience)}
        choices={choices}
      />
      {audience === "PARTICIPANTS" ? (
        <PlanChoice value={planId} change={setPlan} fault={faultAt(fault, "planId")} />
      ) : null}
      <FaultNote fault={fault} />
      <button type="button" className="button main" disabled={sharing} onClick={() => void send()}>
        {t(texts.share)}
      </button>
      {clash}
    </div>
  );
}

function RemoveForm({ view, close }: { view: View; close: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const [remove, removing] = useChange(ViewPageRemoveDocument);
  const run = async () => {
    const outcome = await remove({ input: { id: view.id, expectedVersion: view.version } });
    if (!outcome.fault) await navigate({ to: "/saved-views" });
    return outcome;
  };
  return (
    <ConfirmForm
      about={t(texts.sure)}
      send={t(texts.remove)}
      running={removing}
      run={run}
      close={close}
    />
  );
}

function CopyButton({ view }: { view: View }) {
  const t = useText();
  const navigate = useNavigate();
  const [save, saving] = useChange(ViewPageSaveDocument);
  const [fault, setFault] = useState<Fault>();
  const copy = async () => {
    const titleText = { indonesian: t(texts.copyOf, { title: view.title }).slice(0, 200) };
    const outcome = await save({ input: { ...contentOf(view), id: newId(), titleText } });
    setFault(outcome.fault);
    const key = outcome.data?.saveView.view?.key;
    if (key) await navigate({ to: "/view/$key", params: { key }, search: { edit: "yes" } });
  };
  return (
    <>
      <button type="button" className="button" disabled={saving} onClick={() => void copy()}>
        {t(texts.copy)}
      </button>
      <FaultNote fault={fault} />
    </>
  );
}

/** What one can do with a view: share it, save a copy, remove it. */
export function ViewActions({ view, mayEdit }: { view: View; mayEdit: boolean }) {
  const t = useText();
  return (
    <div className="row no-print">
      <CopyButton view={view} />
      {mayEdit && view.organisation ? (
        <ModalDialog label={t(texts.share)} title={t(texts.share)}>
          {(close) => <ShareForm view={view} close={close} />}
        </ModalDialog>
      ) : null}
      {mayEdit ? (
        <ModalDialog label={t(texts.remove)} title={t(texts.remove)} look="button danger">
          {(close) => <RemoveForm view={view} close={close} />}
        </ModalDialog>
      ) : null}
    </div>
  );
}
