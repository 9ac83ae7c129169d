import { useState } from "react";
import {
  type ActionContributionFragment,
  MoneyReversePaymentDocument,
} from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { Day } from "../../../parts/moment.js";
import { newId } from "../../../parts/new-id.js";
import { ReasonForm } from "../../../parts/reason-form.js";

const texts = {
  payments: { id: "Pembayaran", en: "Payments" },
  reversed: { id: "dibatalkan", en: "reversed" },
  reversal: { id: "pembatalan", en: "reversal" },
  reverse: { id: "Batalkan", en: "Reverse" },
  reverseOf: { id: "Batalkan pembayaran {amount}", en: "Reverse the payment of {amount}" },
  about: {
    id: "Pembayaran ini ditarik kembali pada tanggal yang sama. Keduanya tetap tercatat, dan pembatalan tidak dapat diurungkan.",
    en: "The payment is taken back under the same day. Both stay on record, and a reversal cannot be undone.",
  },
  more: {
    id: "{count} pembayaran lain tidak ditampilkan di sini.",
    en: "{count} more payments are not shown here.",
  },
};

type Payment = ActionContributionFragment["payments"]["nodes"][number];

function Reverse({ payment }: { payment: Payment }) {
  const t = useText();
  const { money } = useFormats();
  const [id] = useState(newId);
  const [reverse, isRunning] = useChange(MoneyReversePaymentDocument);
  const title = t(texts.reverseOf, { amount: money(payment.amount) });
  return (
    <ModalDialog label={t(texts.reverse)} named={title} title={title} look="button quiet">
      {(close) => (
        <ReasonForm
          about={t(texts.about)}
          send={t(texts.reverse)}
          look="button danger"
          running={isRunning}
          run={(reason) => reverse({ input: { id, paymentId: payment.id, reason } })}
          close={close}
        />
      )}
    </ModalDialog>
  );
}

/** The payments of a contribution with their reversals; a member of its giver may reverse one. */
export function Payments({
  contribution,
  isOwn,
}: {
  contribution: ActionContributionFragment;
  isOwn: boolean;
}) {
  const t = useText();
  const { money } = useFormats();
  const { nodes, totalCount } = contribution.payments;
  if (nodes.length === 0) return null;
  return (
    <>
      <ul className="small" aria-label={t(texts.payments)}>
        {nodes.map((payment) => {
          const { id, amount, paidOn, note, isReversed, reverses } = payment;
          return (
            <li key={id}>
              {isReversed ? <del>{money(amount)}</del> : money(amount)} · <Day on={paidOn} />
              {note ? ` · ${note}` : null}
              {isReversed ? ` (${t(texts.reversed)})` : null}
              {reverses ? ` (${t(texts.reversal)})` : null}
              {isOwn && !isReversed && !reverses ? <Reverse payment={payment} /> : null}
            </li>
          );
        })}
      </ul>
      {totalCount > nodes.length ? (
        <p className="soft small">{t(texts.more, { count: totalCount - nodes.length })}</p>
      ) : null}
    </>
  );
}
