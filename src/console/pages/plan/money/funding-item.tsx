import { Link } from "@tanstack/react-router";
import {
  type FundingLinkFragment,
  MoneyConfirmLinkDocument,
  MoneyCorrectLinkDocument,
  MoneyRefuseLinkDocument,
  MoneyRemoveLinkDocument,
} from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { TextField } from "../../../parts/fields.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { Status } from "../../../parts/status.js";
import { StepButton, StepDialog } from "../../../parts/step.js";
import { EditClash, useEdit } from "../../../parts/use-edit.js";
import { useScrolledTo } from "../../../parts/use-scrolled-to.js";
import { useStatusRow } from "../../../parts/use-versioned.js";
import { useMemberships, withRole } from "../../../session/use-memberships.js";
import styles from "../money-flow.module.css";

const texts = {
  link: { id: "{from} → {to}", en: "{from} → {to}" },
  confirm: { id: "Konfirmasi", en: "Confirm" },
  confirmOf: { id: "Konfirmasi dana {link}", en: "Confirm the money {link}" },
  refuse: { id: "Tolak", en: "Refuse" },
  refuseOf: { id: "Tolak dana {link}", en: "Refuse the money {link}" },
  aboutRefusing: {
    id: "Hubungan dana ini tetap tercatat dan tidak dihitung di mana pun. Anda dapat mengonfirmasinya kemudian.",
    en: "The link stays on record and counts nowhere. You can confirm it later.",
  },
  remove: { id: "Hapus", en: "Remove" },
  removeOf: { id: "Hapus sumber dana {link}", en: "Remove the source of money {link}" },
  aboutRemoving: {
    id: "Kontribusi ini kembali dihitung sebagai uang lembaga pemberinya sendiri.",
    en: "The contribution counts as its organisation's own money again.",
  },
  correct: { id: "Ubah jumlah", en: "Change the amount" },
  correctOf: { id: "Ubah jumlah {link}", en: "Change the amount {link}" },
  amount: { id: "Jumlah yang diteruskan (rupiah)", en: "Amount passed on (rupiah)" },
  reason: { id: "Alasan", en: "Reason" },
  save: { id: "Simpan", en: "Save" },
};

type Funding = FundingLinkFragment;

/** The two organisations of a link in words. */
function useLinkWords(): (funding: Funding) => string {
  const t = useText();
  return ({ source, contribution }) =>
    t(texts.link, { from: source.organisation.name, to: contribution.organisation.name });
}

/** The answer of the organisation whose money it is. */
function FunderSteps({ funding }: { funding: Funding }) {
  const t = useText();
  const [confirm] = useChange(MoneyConfirmLinkDocument);
  const [refuse] = useChange(MoneyRefuseLinkDocument);
  const statusRow = useStatusRow("FundingStatus");
  const link = useLinkWords()(funding);
  const { id, version, fundingStatus: status } = funding;
  const step = { id, version, title: link };
  return (
    <>
      {status === "CONFIRMED" ? null : (
        <StepButton
          {...{ ...step, label: t(texts.confirm), name: t(texts.confirmOf, { link }) }}
          rows={statusRow("CONFIRMED")}
          run={(expectedVersion) => confirm({ input: { id, expectedVersion } })}
        />
      )}
      {status === "REFUSED" ? null : (
        <StepDialog
          {...{ ...step, label: t(texts.refuse), name: t(texts.refuseOf, { link }) }}
          {...{ about: t(texts.aboutRefusing), reason: "optional", rows: statusRow("REFUSED") }}
          run={(expectedVersion, reason) =>
            refuse({ input: { id, expectedVersion, reason: reason || null } })
          }
        />
      )}
    </>
  );
}

function CorrectForm({ funding, done }: { funding: Funding; done: () => void }) {
  const t = useText();
  const { money } = useFormats();
  const [correct, isRunning] = useChange(MoneyCorrectLinkDocument);
  const { id, version, rupiah: amount } = funding;
  const title = useLinkWords()(funding);
  const edit = useEdit({
    ...{ version, done },
    first: { amount, reason: "" },
    labels: { amount: t(texts.amount), reason: t(texts.reason) },
    run: ({ amount: to = amount, reason }, expectedVersion) =>
      correct({ input: { id, expectedVersion, amount: to, reason: reason || null } }),
  });
  const { form } = edit;
  return (
    <form className="stack" onSubmit={form.onSubmit(() => edit.send())}>
      <TextField {...form.field("amount")} type="number" required />
      <TextField {...form.field("reason")} rows={2} />
      <FaultNote fault={form.fault} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash
        {...{ edit, id, title, done }}
        shown={(path, value) => (path === "amount" && value ? money(value) : value)}
      />
    </form>
  );
}

/** What the organisation that passes the money on may do with the link. */
function PasserSteps({ funding }: { funding: Funding }) {
  const t = useText();
  const { money } = useFormats();
  const [remove] = useChange(MoneyRemoveLinkDocument);
  const link = useLinkWords()(funding);
  const { id, version, rupiah: amount } = funding;
  const correctName = t(texts.correctOf, { link });
  return (
    <>
      <ModalDialog
        label={t(texts.correct)}
        named={correctName}
        title={correctName}
        look="button quiet"
      >
        {(close) => <CorrectForm funding={funding} done={close} />}
      </ModalDialog>
      <StepDialog
        {...{ id, version, title: link, look: "button quiet", about: t(texts.aboutRemoving) }}
        label={t(texts.remove)}
        name={t(texts.removeOf, { link })}
        rows={(current) => [
          {
            ...{ name: t(texts.amount), mine: t(texts.remove) },
            theirs: money(String(current.amount ?? amount)),
          },
        ]}
        run={(expectedVersion) => remove({ input: { id, expectedVersion } })}
      />
    </>
  );
}

/** Money that one contribution passes on of another, with what the two organisations may do about it. */
export function FundingItem({ funding }: { funding: Funding }) {
  const { shortMoney } = useFormats();
  const memberships = useMemberships() ?? [];
  const { id, rupiah, fundingStatus, reason, source, contribution } = funding;
  const item = useScrolledTo<HTMLLIElement>(`funding-${id}`);
  const isOf = (organisation: { id: string }, ...roles: Parameters<typeof withRole>[1][]) =>
    withRole(memberships, ...roles).some((each) => each.organisation.id === organisation.id);
  const mayAnswer = isOf(source.organisation, "COORDINATOR", "ADMIN");
  const mayChange = isOf(contribution.organisation, "CONTRIBUTOR", "COORDINATOR", "ADMIN");
  return (
    <li ref={item} id={`funding-${id}`} className={styles.flow}>
      <Link to="/organisation/$key" params={{ key: source.organisation.key }}>
        {source.organisation.name}
      </Link>
      <span className={styles.arrow}>
        <span aria-hidden="true">→</span> {shortMoney(rupiah)} <span aria-hidden="true">→</span>
      </span>
      <Link to="/organisation/$key" params={{ key: contribution.organisation.key }}>
        {contribution.organisation.name}
      </Link>
      <span className="soft small">{contribution.action.title}</span>
      <Status of="FundingStatus" member={fundingStatus} />
      {reason ? <span className="soft small">{reason}</span> : null}
      <span className="row no-print">
        {mayAnswer ? <FunderSteps funding={funding} /> : null}
        {mayChange ? <PasserSteps funding={funding} /> : null}
      </span>
    </li>
  );
}
