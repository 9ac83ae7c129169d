import { useState } from "react";
import {
  WebhookDeliveriesDocument,
  type WebhookDeliveriesQuery,
  type WebhookDeliveryStatus,
  type WebhookPartsFragment,
  WebhookRedeliverDocument,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useAnswer, useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { useMemberName } from "../../../language/members.js";
import { Answered } from "../../../parts/answered.js";
import { Badge, type Tone } from "../../../parts/badge.js";
import { DataTable, type TableColumn } from "../../../parts/data-table.js";
import { Empty } from "../../../parts/empty.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { Moment } from "../../../parts/moment.js";
import { useAgainEvery } from "./use-again-every.js";

const texts = {
  title: { id: "Pengiriman webhook {name}", en: "Deliveries of the webhook {name}" },
  position: { id: "Posisi", en: "Position" },
  status: { id: "Keadaan", en: "State" },
  attempts: { id: "Percobaan", en: "Attempts" },
  code: { id: "Jawaban", en: "Answer" },
  last: { id: "Percobaan terakhir", en: "Last attempt" },
  next: { id: "berikutnya", en: "next" },
  actions: { id: "Tindakan", en: "What to do" },
  again: { id: "Kirim lagi", en: "Send again" },
  againOf: { id: "Kirim lagi: perubahan {position}", en: "Send again: the change {position}" },
  asked: { id: "Pengiriman {position} diminta lagi.", en: "{position} will be sent again." },
  none: { id: "Belum ada pengiriman.", en: "No deliveries yet." },
  older: { id: "Yang lebih lama", en: "Older ones" },
  newest: { id: "Yang terbaru", en: "The newest" },
};

type Webhook = Extract<NonNullable<WebhookDeliveriesQuery["node"]>, { deliveries: unknown }>;
type Delivery = Webhook["deliveries"]["nodes"][number];

const tones: Readonly<Record<WebhookDeliveryStatus, Tone>> = {
  DELIVERED: "good",
  PENDING: "warn",
  FAILED: "bad",
};

function State({ delivery: { status, error, nextAttemptAt } }: { delivery: Delivery }) {
  const t = useText();
  const memberName = useMemberName();
  return (
    <>
      <Badge tone={tones[status]}>{memberName("WebhookDeliveryStatus", status)}</Badge>
      {error ? <p className="small">{error}</p> : null}
      {nextAttemptAt ? (
        <p className="soft small">
          {t(texts.next)} <Moment at={nextAttemptAt} />
        </p>
      ) : null}
    </>
  );
}

/** The columns of deliveries; sending again is for those who may. */
function useColumns(sendAgain: ((position: number) => void) | undefined): TableColumn<Delivery>[] {
  const t = useText();
  return [
    {
      ...{ name: "position", title: t(texts.position), isNumber: true },
      value: ({ position }) => Number(position),
    },
    {
      ...{ name: "status", title: t(texts.status), value: ({ status }) => status },
      show: (delivery) => <State delivery={delivery} />,
    },
    {
      ...{ name: "attempts", title: t(texts.attempts), isNumber: true },
      value: ({ attempts }) => attempts,
    },
    {
      ...{ name: "code", title: t(texts.code), isNumber: true },
      value: ({ statusCode }) => statusCode ?? null,
    },
    {
      ...{ name: "last", title: t(texts.last), value: ({ lastAttemptAt }) => lastAttemptAt },
      show: ({ lastAttemptAt }) => <Moment at={lastAttemptAt} exact />,
    },
    ...(sendAgain
      ? [
          {
            ...{ name: "actions", title: t(texts.actions), value: () => null },
            show: ({ position }: Delivery) => (
              <button
                type="button"
                className="button"
                aria-label={t(texts.againOf, { position })}
                onClick={() => sendAgain(Number(position))}
              >
                {t(texts.again)}
              </button>
            ),
          },
        ]
      : []),
  ];
}

/** Asks for deliveries to be sent again; says which was asked for last, or what is wrong. */
function useRedeliver(webhook: WebhookPartsFragment, done: () => void) {
  const [redeliver] = useChange(WebhookRedeliverDocument);
  const [asked, setAsked] = useState<number>();
  const [fault, setFault] = useState<Fault>();
  const run = async (position: number) => {
    const outcome = await redeliver({ input: { id: webhook.id, position } });
    setFault(outcome.fault);
    setAsked(outcome.fault ? undefined : position);
    done();
  };
  return { asked, fault, run };
}

/** A webhook's deliveries, the newest first, followed while they are looked at. */
export function Deliveries({
  webhook,
  mayManage,
}: {
  webhook: WebhookPartsFragment;
  mayManage: boolean;
}) {
  const t = useText();
  const [after, setAfter] = useState<string | null>(null);
  const answer = useAnswer(WebhookDeliveriesDocument, { id: webhook.id, after });
  useAgainEvery(answer.again);
  const { asked, fault, run } = useRedeliver(webhook, answer.again);
  const columns = useColumns(mayManage ? (position) => void run(position) : undefined);
  return (
    <Answered of={answer} subject={({ node }) => (node && "deliveries" in node ? node : null)}>
      {({ deliveries: { nodes, pageInfo } }) => (
        <div className="stack">
          <FaultNote fault={fault} />
          <p aria-live="polite">{asked ? t(texts.asked, { position: asked }) : null}</p>
          {nodes.length === 0 ? (
            <Empty>{t(texts.none)}</Empty>
          ) : (
            <DataTable<Delivery>
              caption={t(texts.title, { name: webhook.name })}
              rows={nodes}
              keyOf={({ messageId }) => messageId}
              columns={columns}
            />
          )}
          <div className="row">
            {after ? (
              <button type="button" className="button" onClick={() => setAfter(null)}>
                {t(texts.newest)}
              </button>
            ) : null}
            {pageInfo.hasNextPage ? (
              <button
                type="button"
                className="button"
                onClick={() => setAfter(pageInfo.endCursor ?? null)}
              >
                {t(texts.older)}
              </button>
            ) : null}
          </div>
        </div>
      )}
    </Answered>
  );
}
